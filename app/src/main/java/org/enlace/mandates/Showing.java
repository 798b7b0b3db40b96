package org.enlace.mandates;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Keepers;
import org.enlace.states.State;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Gathers what the pages of this room show. */
@Component
class Showing {

    private final Mandates mandates;
    private final Authorities authorities;
    private final States states;
    private final Changes changes;

    Showing(Mandates mandates, Authorities authorities, States states, Changes changes) {
        this.mandates = mandates;
        this.authorities = authorities;
        this.states = states;
        this.changes = changes;
    }

    MandatesPage list(String state, String network, LocalDate on, Viewer viewer) {
        var chosen = Arrays.stream(Network.values())
                .filter(one -> one.name().equals(network))
                .findFirst();
        Predicate<Mandate> asked =
                mandate -> StateCode.parse(state).map(mandate.state()::equals).orElse(true)
                        && chosen.map(one -> one == mandate.network()).orElse(true)
                        && mandate.holdsOn(on);
        return new MandatesPage(
                new MandatesPage.Filter(state, network, on),
                lines(mandates.all(viewer).stream().filter(asked).toList(), viewer),
                states.all(viewer.language()),
                viewer);
    }

    StateMandatesPart part(State state, LocalDate on, Viewer viewer) {
        var own = mandates.of(state.code(), viewer);
        var keeps = Keepers.mayPropose(viewer, state.code());
        return new StateMandatesPart(
                state,
                on,
                lines(own.stream().filter(mandate -> mandate.holdsOn(on)).toList(), viewer),
                keeps
                        ? lines(
                                own.stream()
                                        .filter(mandate -> !mandate.holdsOn(on))
                                        .toList(),
                                viewer)
                        : List.of(),
                keeps ? proposed(state, viewer) : List.of(),
                keeps);
    }

    MandatePage page(Mandate mandate, LocalDate on, Viewer viewer) {
        var keeps = Keepers.mayPropose(viewer, mandate.state());
        return new MandatePage(
                line(mandate, viewer),
                on,
                keeps,
                Keepers.coordinates(viewer, mandate.state()),
                keeps
                        ? changes.of(MandateMatter.KIND, MandateMatter.subject(mandate.state(), mandate.id()), viewer)
                        : List.of());
    }

    /** Those that wait for somebody else to approve them. */
    private List<Change> proposed(State state, Viewer viewer) {
        return changes.waiting(viewer).stream()
                .filter(change -> change.kind().equals(MandateMatter.KIND)
                        && change.state().equals(state.code()))
                .toList();
    }

    private List<Line> lines(List<Mandate> list, Viewer viewer) {
        return list.stream().map(mandate -> line(mandate, viewer)).toList();
    }

    private Line line(Mandate mandate, Viewer viewer) {
        var authority = Optional.ofNullable(mandate.authority())
                .flatMap(id -> authorities.find(id, viewer))
                .map(Optional::of)
                .orElse(Optional.empty());
        return new Line(mandate, states.require(mandate.state()), authority);
    }

    /** A mandate with what it names. */
    record Line(Mandate mandate, State state, Optional<Authority> authority) {}
}
