package org.enlace.enrolment;

import java.time.Clock;
import org.enlace.access.Account;
import org.enlace.access.Invitation;
import org.enlace.access.Invitations;
import org.enlace.keys.Locksmith;
import org.enlace.keys.OfficerKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An invitation becomes an account with a key and two ways to unlock it: all of that, or nothing, and then the invitation can still be used. */
@Component
public class Enrolment {

    private final Invitations invitations;
    private final Arrivals arrivals;
    private final OfficerKeys officers;
    private final Locksmith locksmith;
    private final Clock clock;

    Enrolment(Invitations invitations, Arrivals arrivals, OfficerKeys officers, Locksmith locksmith, Clock clock) {
        this.invitations = invitations;
        this.arrivals = arrivals;
        this.officers = officers;
        this.locksmith = locksmith;
        this.clock = clock;
    }

    /**
     * Enrols.
     *
     * @param statement the officer-key statement, a compact JWS that names the invitation's account
     * @throws org.enlace.Refused when the invitation was used meanwhile, or anything sent does not fit
     */
    @Transactional
    public Account enrol(Invitation invitation, Newcomer newcomer, String statement, Locksmith.Prepared ways) {
        invitations.complete(invitation);
        var account = new Account(
                invitation.account(),
                newcomer.name(),
                invitation.function(),
                invitation.email(),
                invitation.roles(),
                invitation.state(),
                invitation.authority(),
                newcomer.language(),
                newcomer.zone(),
                clock.instant(),
                null,
                false);
        arrivals.welcome(account);
        officers.state(account.id(), statement);
        locksmith.fit(account.id(), ways);
        return account;
    }
}
