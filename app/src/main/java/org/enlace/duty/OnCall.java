package org.enlace.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Authority;
import org.springframework.stereotype.Component;

/** Who of an authority answers now: its rota, with what was handed over since the shift began. */
@Component
public class OnCall {

    private final Shifts shifts;
    private final HandOvers handOvers;
    private final Accounts accounts;

    OnCall(Shifts shifts, HandOvers handOvers, Accounts accounts) {
        this.shifts = shifts;
        this.handOvers = handOvers;
        this.accounts = accounts;
    }

    /** As much of it as the viewer may know. The moment is any instant; usually now. */
    public DutyNow of(Authority authority, Instant moment, Viewer viewer) {
        var rota = shifts.rota(authority);
        if (!rota.isKept()) {
            return DutyNow.NOT_KEPT;
        }
        var on = rota.at(moment);
        var member = isMember(viewer);
        return new DutyNow(
                on.isEmpty() ? DutyNow.Standing.NOBODY : DutyNow.Standing.ON_DUTY,
                on.stream()
                        .flatMap(watch -> watch.shift().languages().stream())
                        .distinct()
                        .toList(),
                member
                        ? on.stream()
                                .map(watch -> person(watch, authority, moment, viewer))
                                .toList()
                        : List.of(),
                member ? on.stream().map(Watch::until).min(Instant::compareTo).orElse(null) : null,
                member
                        ? rota.next(moment)
                                .map(watch -> next(watch, authority, viewer))
                                .orElse(null)
                        : null);
    }

    /** The accounts that are on duty at a moment. Takes no viewer: it answers other rooms, which tell them something. */
    public List<UUID> accounts(Authority authority, Instant moment) {
        return shifts.rota(authority).at(moment).stream()
                .flatMap(watch -> holder(watch, moment).stream())
                .distinct()
                .toList();
    }

    /** Whether this viewer may know functions and duty lines. Observers follow the shared work and call nobody. */
    static boolean isMember(Viewer viewer) {
        return viewer.is(Role.OFFICER) || viewer.is(Role.COORDINATOR) || viewer.is(Role.SECRETARIAT);
    }

    /** Names stay within the state. */
    static boolean seesNames(Viewer viewer, Authority authority) {
        return (viewer.is(Role.OFFICER) || viewer.is(Role.COORDINATOR))
                && authority.state().equals(viewer.state());
    }

    /** The authority's own officers and its state's coordinator. */
    static boolean mayKeep(Viewer viewer, Authority authority) {
        return viewer.isOfficerOf(authority.id())
                || (viewer.is(Role.COORDINATOR) && authority.state().equals(viewer.state()));
    }

    /** The account that really has a watch at a moment: the officer of the shift, or whoever took it over since it began. */
    Optional<UUID> holder(Watch watch, Instant moment) {
        var holder = watch.shift().who().account();
        if (holder == null) {
            return Optional.empty();
        }
        for (var given : handOvers.of(watch.shift().authority()).reversed()) {
            holder = after(given, holder, watch, moment);
        }
        return Optional.of(holder);
    }

    DutyNow.Person person(Watch watch, Authority authority, Instant moment, Viewer viewer) {
        var account = holder(watch, moment).flatMap(accounts::find);
        return new DutyNow.Person(
                account.map(Account::function).orElse(watch.shift().who().function()),
                watch.shift().who().telephone(),
                seesNames(viewer, authority) ? account.map(Account::name).orElse("") : "");
    }

    private DutyNow.Next next(Watch watch, Authority authority, Viewer viewer) {
        return new DutyNow.Next(watch.from(), person(watch, authority, watch.from(), viewer));
    }

    private static UUID after(HandOver given, UUID holder, Watch watch, Instant moment) {
        var acceptance = given.acceptance();
        return acceptance != null
                        && given.isFrom(holder)
                        && watch.covers(acceptance.at())
                        && !acceptance.at().isAfter(moment)
                ? acceptance.by().account()
                : holder;
    }
}
