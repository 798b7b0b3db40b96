package org.enlace.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.states.States;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces what will go, a month and a week ahead: one mail to an authority for all that came due since the last look, which says neither which nor how many. */
@Component
class Announcing {

    private final Outlook outlook;
    private final Announcements announcements;
    private final Notices notices;
    private final Addresses addresses;
    private final Clock clock;

    Announcing(Outlook outlook, Announcements announcements, Notices notices, Addresses addresses, Clock clock) {
        this.outlook = outlook;
        this.announcements = announcements;
        this.notices = notices;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Whoever can find where an authority reads its mail. */
    @Component
    record Addresses(Authorities authorities, Accounts accounts, States states) {}

    /** What is to be announced now is kept as announced in the transaction that queues the mail; where nobody can be told, nothing was announced. */
    @Transactional
    public void announce(String authority) {
        var now = clock.instant();
        var prospects = outlook.of(authority, now);
        for (var ahead : List.of(Announcements.FIRST, Announcements.LAST)) {
            var due = prospects.stream()
                    .filter(prospect -> ahead.equals(prospect.announcing()))
                    .toList();
            var letters = due.isEmpty() ? List.<Notice>of() : letters(authority, ahead, first(due), now);
            if (!letters.isEmpty() && announcements.keep(subjects(due), authority, ahead, now)) {
                letters.forEach(notices::queue);
            }
        }
    }

    private static Set<Announcements.Subject> subjects(List<Prospect> prospects) {
        return prospects.stream()
                .map(each -> new Announcements.Subject(each.request(), Objects.requireNonNull(each.due())))
                .collect(Collectors.toSet());
    }

    private static Instant first(List<Prospect> prospects) {
        return prospects.stream()
                .map(each -> Objects.requireNonNull(each.from()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private List<Notice> letters(String id, int ahead, Instant from, Instant now) {
        var kind = ahead == Announcements.FIRST ? Notice.Kind.RETENTION_AHEAD : Notice.Kind.RETENTION_NEAR;
        var key = "retention/" + id + '/' + ahead + '/' + now.toEpochMilli();
        var authority =
                addresses.authorities().find(id, Viewer.anyone(Language.EN)).orElse(null);
        var mailbox = authority == null ? null : authority.reach().mailbox();
        if (authority != null && mailbox != null) {
            var language = authority.language(addresses.states().require(authority.state()));
            return List.of(new Notice(
                    key, "authority:" + id, mailbox, language, kind, "", false, from, authority.zone(), "/retention"));
        }
        return addresses.accounts().officersOf(id).stream()
                .map(officer -> new Notice(
                        key + '/' + officer.id(),
                        "account:" + officer.id(),
                        officer.email(),
                        officer.language(),
                        kind,
                        "",
                        false,
                        from,
                        officer.zone(),
                        "/retention"))
                .toList();
    }
}
