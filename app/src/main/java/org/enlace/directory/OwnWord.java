package org.enlace.directory;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What whoever reads an authority's mailbox says of its entry, asked by mail. That it was really the mailbox is for the caller to know. */
@Component
public class MailboxWord {

    private final Confirmations confirmations;
    private final Reports reports;
    private final Clock clock;

    MailboxWord(Confirmations confirmations, Reports reports, Clock clock) {
        this.confirmations = confirmations;
        this.reports = reports;
        this.clock = clock;
    }

    /** The entry is right as it stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(Authority authority, String mailbox) {
        confirmations.add(authority.id(), Confirmation.Way.MAILBOX, null, mailbox, clock.instant());
    }

    /**
     * Something in it is wrong: the entry is marked at once, and stands among what is reported until it is corrected or confirmed.
     *
     * @param due by when the state's coordinator or the secretariat should have corrected it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void contest(Authority authority, String mailbox, String said, LocalDate due) {
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        reports.add(new Report(id, authority.id(), authority.state(), said, "", due, mailbox, clock.instant()), null);
    }
}
