package org.enlace.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.enlace.access.Account;
import org.enlace.keys.Admitting;
import org.enlace.keys.AgeFile;
import org.enlace.keys.Founding;
import org.enlace.keys.Locksmith;
import org.enlace.keys.OfficerKeys;
import org.enlace.ledger.Statement;
import org.enlace.sealing.Age;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the keys of the cast and takes them through the same doors as a browser would: statements are signed, logged and checked. Only the locks are no secret. */
@Component
@Profile("demo")
class KeyMaking {

    private final OfficerKeys officers;
    private final Locksmith locksmith;
    private final Founding founding;
    private final Admitting admitting;
    private final Clock clock;

    KeyMaking(OfficerKeys officers, Locksmith locksmith, Founding founding, Admitting admitting, Clock clock) {
        this.officers = officers;
        this.locksmith = locksmith;
        this.founding = founding;
        this.admitting = admitting;
        this.clock = clock;
    }

    /** An officer key for an account, under a lock that the demo opens for whoever clicks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SoftwareOfficer equip(Account account) {
        var officer = SoftwareOfficer.make(account.id());
        var lock = Age.newIdentity();
        officers.state(account.id(), officer.statement(now()).compact());
        var sealed = Age.seal(officer.officerKeyFile(now()), lock.recipient());
        locksmith.fit(account.id(), locksmith.prepareDemo(AgeFile.of(sealed, AgeFile.To.RECIPIENT), lock.secret()));
        return officer;
    }

    /** The first generation of an authority's key, made by its first officer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Age.Identity found(Cast.Office office, SoftwareOfficer founder, Account account) {
        var key = Age.newIdentity();
        var sheet = office.hasSheet();
        var statement = new Statement.AuthorityKey(
                office.id(),
                1,
                key.recipient(),
                sheet ? DemoSheet.RECIPIENT : null,
                sheet ? DemoSheet.signer() : null,
                null,
                now());
        founding.found(
                new Founding.Form(
                        founder.sign(statement).compact(),
                        Map.of(
                                founder.account().toString(),
                                copy(office.id(), key, founder.identity().recipient())),
                        sheet ? Map.of("1", copy(office.id(), key, DemoSheet.RECIPIENT)) : null,
                        sheet ? DemoSheet.DIVISION : null),
                account.viewer());
        return key;
    }

    /** A colleague is let in by the founder. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void admit(
            String authority, Age.Identity key, SoftwareOfficer colleague, SoftwareOfficer founder, Account account) {
        var statement = officers.find(colleague.account()).orElseThrow().statement();
        var admission = new Statement.Admission(authority, 1, colleague.account(), statement, now());
        admitting.admit(
                new Admitting.Form(
                        founder.sign(admission).compact(),
                        Map.of("1", copy(authority, key, colleague.identity().recipient()))),
                account.viewer());
    }

    private static String copy(String authority, Age.Identity key, String recipient) {
        var file = SoftwareOfficer.authorityKeyFile(authority, 1, key);
        return Base64.getEncoder().encodeToString(Age.seal(file, recipient));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
