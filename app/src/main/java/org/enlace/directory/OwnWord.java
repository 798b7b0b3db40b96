package org.enlace.directory;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import org.enlace.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an authority says of its own entry: whoever reads its mailbox, asked by mail, or an officer of it. That it was really they is for the caller to know. */
@Component
public class OwnWord {

    private static final int DAYS_TO_CORRECT = 7;

    private final Confirmations confirmations;
    private final Reports reports;
    private final Clock clock;

    OwnWord(Confirmations confirmations, Reports reports, Clock clock) {
        this.confirmations = confirmations;
        this.reports = reports;
        this.clock = clock;
    }

    /** The entry is right as it stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Authority authority, String mailbox) {
        confirmations.add(authority.id(), Confirmation.Way.MAILBOX, null, mailbox, clock.instant());
    }

    /** An officer, named by the function only, found that the entry leads others astray. Where a doubt stands already, that one stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void doubt(Authority authority, String said, Viewer officer) {
        if (authority.freshness().report() == null) {
            var due = Everywhere.day(clock.instant()).plusDays(DAYS_TO_CORRECT);
            reports.add(report(authority, officer.function(), said, due), null);
        }
    }

    /**
     * Something in it is wrong: the entry is marked at once, and stands among what is reported until it is corrected or confirmed.
     *
     * @param due by when the state's coordinator or the secretariat should have corrected it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void contest(Authority authority, String mailbox, String said, LocalDate due) {
        reports.add(report(authority, mailbox, said, due), null);
    }

    private Report report(Authority authority, String byName, String said, LocalDate due) {
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        return new Report(id, authority.id(), authority.state(), said, "", due, byName, clock.instant());
    }
}
