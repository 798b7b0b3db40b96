package org.enlace.enrolment;

import java.time.Clock;
import java.time.Duration;
import org.enlace.access.Accounts;
import org.enlace.keys.AuthorityKey;
import org.enlace.keys.AuthorityKeys;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds an authority's officers once a year that its key has had its time, and again every month until it is made anew. */
@Component
class Rotations {

    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration AGAIN = Duration.ofDays(30);

    private final AuthorityKeys keys;
    private final Accounts accounts;
    private final Notices notices;
    private final Clock clock;

    Rotations(AuthorityKeys keys, Accounts accounts, Notices notices, Clock clock) {
        this.keys = keys;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    boolean isDue(AuthorityKey key) {
        return !clock.instant().isBefore(key.madeAt().plus(LIFE));
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT4M")
    @Transactional
    public void remind() {
        keys.madeBefore(clock.instant().minus(LIFE)).forEach(this::remind);
    }

    private void remind(AuthorityKey key) {
        var months = Duration.between(key.madeAt().plus(LIFE), clock.instant()).dividedBy(AGAIN);
        accounts.officersOf(key.authority()).stream()
                .filter(officer -> keys.isMember(key.authority(), officer.id()))
                .forEach(officer -> notices.queue(Notice.forAccount(
                        "rotation/" + key.authority() + '/' + key.generation() + '/' + months + '/' + officer.id(),
                        "account:" + officer.id(),
                        officer.email(),
                        officer.language(),
                        Notice.Kind.KEY_DUE,
                        "/colleagues")));
    }
}
