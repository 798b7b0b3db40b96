package org.enlace.enrolment;

import java.util.List;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Sessions;
import org.enlace.access.Token;
import org.enlace.keys.Locksmith;
import org.enlace.notices.Notice;
import org.enlace.notices.Notice.Kind;
import org.enlace.notices.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recovering access takes three things: the person's mailbox, somebody who knows their voice, and the printed code. Whoever asks is answered alike, whether or not
 * the address has an account.
 */
@Component
class Recovering {

    private final Recoveries recoveries;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Locksmith locksmith;
    private final Notices notices;

    Recovering(Recoveries recoveries, Accounts accounts, Sessions sessions, Locksmith locksmith, Notices notices) {
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.sessions = sessions;
        this.locksmith = locksmith;
        this.notices = notices;
    }

    /**
     * Somebody asks. Threat: the time that the answer takes tells who has an account here; so mails are not made out now but by {@link #tell}.
     *
     * @return the call, for the six words on the asker's screen
     */
    Token ask(String email) {
        return recoveries.ask(accounts.byEmail(email)
                .filter(account -> !account.system())
                .map(Account::id)
                .orElse(null));
    }

    /** Sends the link to whoever asked, and tells those who know their voice. */
    @Scheduled(fixedDelayString = "PT1S")
    @Transactional
    public void tell() {
        for (var recovery : recoveries.untold()) {
            var token = recoveries.tell(recovery);
            accounts.find(recovery.account()).ifPresent(person -> tell(recovery, person, token));
        }
    }

    /** The printed code was opened in the browser: new ways take the place of all that were, and whoever was signed in as this person is not any more. */
    @Transactional
    public void complete(Recovery recovery, Locksmith.Prepared ways) {
        recoveries.complete(recovery);
        locksmith.change(recovery.account(), ways);
        sessions.endAll(recovery.account());
    }

    private void tell(Recovery recovery, Account person, Token token) {
        notices.queue(Notice.forAccount(
                "recovery/" + recovery.id(),
                "account:" + person.id(),
                person.email(),
                person.language(),
                Kind.RECOVERY,
                "/recovery/" + token.text()));
        colleagues(person)
                .forEach(colleague -> notices.queue(Notice.forAccount(
                        "recovery-asked/" + recovery.id() + '/' + colleague.id(),
                        "account:" + person.id(),
                        colleague.email(),
                        colleague.language(),
                        Kind.RECOVERY_ASKED,
                        "/colleagues")));
    }

    private List<Account> colleagues(Account person) {
        var authority = person.authority();
        var officers = authority == null ? List.<Account>of() : accounts.officersOf(authority);
        var state = person.state();
        var candidates = new java.util.ArrayList<>(officers);
        if (state != null) {
            candidates.addAll(accounts.coordinatorsOf(state));
        }
        return candidates.stream()
                .filter(candidate -> Recovery.vouches(candidate.viewer(), person))
                .toList();
    }
}
