package org.enlace.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.exchange.Outstanding.Item;
import org.enlace.exchange.Outstanding.Party;
import org.enlace.notices.Notice;
import org.enlace.notices.Notice.Kind;
import org.enlace.notices.Notices;
import org.enlace.reach.Address;
import org.enlace.reach.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes one step: keeps it and queues its mails in one transaction. Mails say reference, urgency, by when and where to look, and nothing of the matter. */
@Component
class Telling {

    /** How the effect keys of its mails begin. */
    static final String KEYS = "reminder/";

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
    record Recipients(Authorities authorities, Accounts accounts, Addresses addresses) {}

    /** @param due the deadline that the step is about */
    @Transactional
    public void take(Step step, Item item, Instant due) {
        var mails = mails(new Occasion(step, item, due));
        if (steps.take(item.request(), step, due, clock.instant(), mails.size())) {
            mails.forEach(notices::queue);
        }
    }

    /** A step that a later one overtook before anybody looked: kept, so that it is not taken any more. */
    @Transactional
    public void pass(Step step, Item item, Instant due) {
        steps.take(item.request(), step, due, clock.instant(), 0);
    }

    /** Whether an effect key is one of a reminder of this deadline. */
    static boolean isAbout(String key, UUID request, Instant due) {
        var parts = key.split("/", 5);
        return parts.length > 3
                && parts[1].equals(request.toString())
                && parts[3].equals(String.valueOf(due.toEpochMilli()));
    }

    private List<Notice> mails(Occasion on) {
        var item = on.item();
        return switch (on.step()) {
            case DEPUTY ->
                Stream.concat(
                                toOffice(on, item.requested(), Kind.REQUEST_WAITS, Addresses::deputies),
                                toRequesting(on, Kind.REQUEST_UNANSWERED))
                        .toList();
            case COORDINATORS ->
                Stream.concat(toHeads(on).stream(), toRequesting(on, Kind.REQUEST_UNANSWERED))
                        .toList();
            case LAPSED ->
                Stream.concat(
                                toRequesting(on, Kind.GUARANTEE_ENDED),
                                toCoordinators(on, item.requesting(), Kind.GUARANTEE_ENDED))
                        .toList();
            default -> toRequesting(on, Kind.GUARANTEE_ENDING).toList();
        };
    }

    /** The coordinators of the requested state; where it has none here, every officer of the authority by their own address. */
    private List<Notice> toHeads(Occasion on) {
        var requested = on.item().requested();
        var coordinators = toCoordinators(on, requested, Kind.REQUEST_WAITS).toList();
        return coordinators.isEmpty()
                ? toOffice(on, requested, Kind.REQUEST_WAITS, Addresses::everybody)
                        .toList()
                : coordinators;
    }

    private Stream<Notice> toRequesting(Occasion on, Kind kind) {
        return toOffice(on, on.item().requesting(), kind, Addresses::of);
    }

    private Stream<Notice> toOffice(
            Occasion on, Party party, Kind kind, BiFunction<Addresses, Authority, List<Address>> which) {
        return recipients.authorities().find(party.authority(), Viewer.anyone(Language.EN)).stream()
                .flatMap(authority -> which.apply(recipients.addresses(), authority).stream())
                .map(address -> on.mail(
                        "authority:" + party.authority(),
                        address,
                        kind,
                        "/requests/" + on.item().request()));
    }

    private Stream<Notice> toCoordinators(Occasion on, Party party, Kind kind) {
        return recipients.accounts().coordinatorsOf(party.state()).stream()
                .map(coordinator -> on.mail(
                        "account:" + coordinator.id(),
                        new Address(coordinator.email(), coordinator.language(), coordinator.zone()),
                        kind,
                        "/authorities/" + party.authority()));
    }

    /** A step to be taken, and for which deadline. */
    private record Occasion(Step step, Item item, Instant due) {

        Notice mail(String audience, Address address, Kind kind, String path) {
            return new Notice(
                    KEYS
                            + item.request()
                            + '/'
                            + step.code()
                            + '/'
                            + due.toEpochMilli()
                            + '/'
                            + kind
                            + '/'
                            + audience
                            + '/'
                            + address.email(),
                    audience,
                    address.email(),
                    address.language(),
                    kind,
                    item.reference(),
                    item.urgent(),
                    deadline(kind),
                    address.zone(),
                    path);
        }

        /** Only what can still be met is called a deadline. */
        private @Nullable Instant deadline(Kind kind) {
            return kind == Kind.GUARANTEE_ENDING ? due.minusSeconds(60) : null;
        }
    }
}
