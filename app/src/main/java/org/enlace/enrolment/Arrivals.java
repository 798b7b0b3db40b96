package org.enlace.enrolment;

import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKey;
import org.enlace.keys.AuthorityKeys;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A newcomer is here: those who can admit them are told at once, because until then the newcomer can read nothing. */
@Component
class Arrivals {

    private final Accounts accounts;
    private final AuthorityKeys keys;
    private final Notices notices;

    Arrivals(Accounts accounts, AuthorityKeys keys, Notices notices) {
        this.accounts = accounts;
        this.keys = keys;
        this.notices = notices;
    }

    /** @throws org.enlace.Refused when somebody with this mail address is here already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void welcome(Account newcomer) {
        accounts.add(newcomer);
        var authority = newcomer.authority();
        if (authority != null) {
            keys.current(authority).ifPresent(key -> tell(newcomer, key));
        }
    }

    private void tell(Account newcomer, AuthorityKey key) {
        var canAdmit = keys.members(key.authority(), key.generation());
        accounts.officersOf(key.authority()).stream()
                .filter(officer -> canAdmit.contains(officer.id()))
                .forEach(officer -> notices.queue(Notice.forAccount(
                        "admission/" + newcomer.id() + '/' + officer.id(),
                        "account:" + newcomer.id(),
                        officer.email(),
                        officer.language(),
                        Notice.Kind.ADMISSION_WAITING,
                        "/colleagues")));
    }
}
