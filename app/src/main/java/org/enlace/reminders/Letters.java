package org.enlace.reminders;

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
import org.enlace.procedure.Side;
import org.enlace.reach.Address;
import org.enlace.reach.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who gets a letter at which step. Letters say reference, urgency, by when and where to look, and nothing of the matter. */
@Component
class Letters {

    /** How the effect keys of these mails begin. */
    static final String KEYS = "reminder/";

    /** Where coordinators see what ran out undecided. */
    private static final String INCIDENTS = "/figures/mine";

    private final Authorities authorities;
    private final Accounts accounts;
    private final Addresses addresses;

    Letters(Authorities authorities, Accounts accounts, Addresses addresses) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.addresses = addresses;
    }

    /** The letters of one step, by the side that they go to. */
    record Written(List<Notice> requested, List<Notice> requesting) {

        Stream<Notice> all() {
            return Stream.concat(requested.stream(), requesting.stream());
        }
    }

    /** @param due the deadline that the step is about; where it is told again, the hour of that */
    Written of(Step step, Item item, Instant due) {
        var on = new Occasion(step, item, due);
        var requested = switch (step) {
            case DEPUTY -> toOffice(on, item.requested().authority(), Kind.REQUEST_WAITS, Addresses::deputies);
            case COORDINATORS -> toHeads(on);
            case OVERDUE -> toSide(on, Side.REQUESTED);
            default -> Stream.<Notice>empty();
        };
        var requesting = switch (step) {
            case DEPUTY, COORDINATORS -> toRequesting(on, Kind.REQUEST_UNANSWERED);
            case LAPSED ->
                Stream.concat(
                        toContinuing(on, item.extensionAsked() ? Kind.GUARANTEE_ENDED_ASKED : Kind.GUARANTEE_ENDED),
                        toCoordinators(on, item.requesting(), Kind.GUARANTEE_ENDED, INCIDENTS));
            case OVERDUE -> toSide(on, Side.REQUESTING);
            default -> toContinuing(on, item.extensionAsked() ? Kind.GUARANTEE_ENDING_ASKED : Kind.GUARANTEE_ENDING);
        };
        return new Written(requested.distinct().toList(), requesting.distinct().toList());
    }

    /** Whether an effect key is one of a reminder of this deadline. */
    static boolean areAbout(String key, UUID request, Instant due) {
        var parts = key.split("/", 5);
        return parts.length > 3
                && parts[1].equals(request.toString())
                && parts[3].equals(String.valueOf(due.toEpochMilli()));
    }

    /** Every officer of the authority by their own address, its head among them, and the coordinators of the requested state. */
    private Stream<Notice> toHeads(Occasion on) {
        var requested = on.item().requested();
        return Stream.concat(
                toOffice(on, requested.authority(), Kind.REQUEST_WAITS, Addresses::everybody),
                toCoordinators(on, requested, Kind.REQUEST_WAITS, "/authorities/" + requested.authority()));
    }

    private Stream<Notice> toRequesting(Occasion on, Kind kind) {
        return toOffice(on, on.item().requesting().authority(), kind, Addresses::of);
    }

    /** Whoever can extend what is preserved, or ask for the data: with whom the case was shared as well. */
    private Stream<Notice> toContinuing(Occasion on, Kind kind) {
        return Stream.concat(
                toRequesting(on, kind),
                on.item().sharedWith().stream().flatMap(authority -> toOffice(on, authority, kind, Addresses::of)));
    }

    private Stream<Notice> toOffice(
            Occasion on, String id, Kind kind, BiFunction<Addresses, Authority, List<Address>> which) {
        return authorities.find(id, Viewer.anyone(Language.EN)).stream()
                .flatMap(authority -> which.apply(addresses, authority).stream())
                .map(address -> on.mail(
                        "authority:" + id,
                        address,
                        kind,
                        "/requests/" + on.item().request()));
    }

    /** Whose turn it is, and who waits: each is told which of the two it is. */
    private Stream<Notice> toSide(Occasion on, Side side) {
        var party = side == Side.REQUESTED ? on.item().requested() : on.item().requesting();
        var kind = on.item().turn() == side ? Kind.DATE_PASSED : Kind.DATE_PASSED_THERE;
        return toOffice(on, party.authority(), kind, Addresses::of);
    }

    private Stream<Notice> toCoordinators(Occasion on, Party party, Kind kind, String path) {
        return accounts.coordinatorsOf(party.state()).stream()
                .map(coordinator -> on.mail(
                        "account:" + coordinator.id(),
                        new Address(coordinator.email(), coordinator.language(), coordinator.zone()),
                        kind,
                        path));
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
            return kind == Kind.GUARANTEE_ENDING || kind == Kind.GUARANTEE_ENDING_ASKED ? due.minusSeconds(60) : null;
        }
    }
}
