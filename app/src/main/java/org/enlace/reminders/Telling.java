package org.enlace.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.exchange.Outstanding.Item;
import org.enlace.exchange.Outstanding.Party;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes one step: keeps it and queues its mails in one transaction. Mails say reference, urgency, by when and where to look, and nothing of the matter. */
@Component
class Telling {

    private final Steps steps;
    private final Notices notices;
    private final Recipients recipients;
    private final Clock clock;

    Telling(Steps steps, Notices notices, Recipients recipients, Clock clock) {
        this.steps = steps;
        this.notices = notices;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** Whoever can find the addresses of the two sides. */
    @Component
    record Recipients(Authorities authorities, Accounts accounts, States states) {}

    /** @param due the deadline that the step is about */
    @Transactional
    public void take(Step step, Item item, Instant due) {
        var mails = mails(step, item, due);
        if (steps.take(item.request(), step, due, clock.instant(), mails.size())) {
            mails.forEach(notices::queue);
        }
    }

    /** A step that a later one overtook before anybody looked: kept, so that it is not taken any more. */
    @Transactional
    public void pass(Step step, Item item, Instant due) {
        steps.take(item.request(), step, due, clock.instant(), 0);
    }

    private List<Notice> mails(Step step, Item item, Instant due) {
        var mails = new ArrayList<Notice>();
        switch (step) {
            case DEPUTY -> {
                find(item.requested()).ifPresent(authority -> {
                    var deputy = authority.reach().deputy();
                    if (deputy != null) {
                        mails.add(toMailbox(step, item, authority, deputy, Notice.Kind.REQUEST_WAITS, due));
                    }
                });
                toRequesting(step, item, Notice.Kind.REQUEST_UNANSWERED, due, mails);
            }
            case COORDINATORS -> {
                toCoordinators(step, item, item.requested(), Notice.Kind.REQUEST_WAITS, due, mails);
                toRequesting(step, item, Notice.Kind.REQUEST_UNANSWERED, due, mails);
            }
            case LAPSED -> {
                toRequesting(step, item, Notice.Kind.GUARANTEE_ENDED, due, mails);
                toCoordinators(step, item, item.requesting(), Notice.Kind.GUARANTEE_ENDED, due, mails);
            }
            default -> toRequesting(step, item, Notice.Kind.GUARANTEE_ENDING, due, mails);
        }
        return mails;
    }

    private void toRequesting(Step step, Item item, Notice.Kind kind, Instant due, List<Notice> mails) {
        find(item.requesting()).ifPresent(authority -> {
            var mailbox = authority.reach().mailbox();
            if (mailbox != null) {
                mails.add(toMailbox(step, item, authority, mailbox, kind, due));
            }
        });
    }

    private void toCoordinators(Step step, Item item, Party party, Notice.Kind kind, Instant due, List<Notice> mails) {
        for (var coordinator : recipients.accounts().coordinatorsOf(party.state())) {
            mails.add(new Notice(
                    key(step, item, due) + '/' + coordinator.id(),
                    "account:" + coordinator.id(),
                    coordinator.email(),
                    coordinator.language(),
                    kind,
                    item.reference(),
                    item.urgent(),
                    deadline(kind, due),
                    coordinator.zone(),
                    "/authorities/" + party.authority()));
        }
    }

    private Notice toMailbox(Step step, Item item, Authority authority, String mailbox, Notice.Kind kind, Instant due) {
        return new Notice(
                key(step, item, due) + '/' + authority.id() + '/' + kind,
                "authority:" + authority.id(),
                mailbox,
                authority.language(recipients.states().require(authority.state())),
                kind,
                item.reference(),
                item.urgent(),
                deadline(kind, due),
                authority.zone(),
                "/requests/" + item.request());
    }

    /** Only what can still be met is called a deadline. */
    private static @Nullable Instant deadline(Notice.Kind kind, Instant due) {
        return kind == Notice.Kind.GUARANTEE_ENDING ? due.minusSeconds(60) : null;
    }

    private static String key(Step step, Item item, Instant due) {
        return "reminder/" + item.request() + '/' + step.code() + '/' + due.toEpochMilli();
    }

    private Optional<Authority> find(Party party) {
        return recipients.authorities().find(party.authority(), Viewer.anyone(Language.EN));
    }
}
