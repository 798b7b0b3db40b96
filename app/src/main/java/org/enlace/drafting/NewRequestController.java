package org.enlace.drafting;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.exchange.Requests;
import org.enlace.resolver.Channels;
import org.enlace.resolver.Measure;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a request begins. Only authorities designated under the instrument today are offered, never one designated under another. */
@Controller
class NewRequestController {

    private final Channels channels;
    private final Authorities authorities;
    private final States states;
    private final Requests requests;
    private final Clock clock;

    NewRequestController(Channels channels, Authorities authorities, States states, Requests requests, Clock clock) {
        this.channels = channels;
        this.authorities = authorities;
        this.states = states;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/requests/new")
    Answer begin(
            @RequestParam Optional<String> to,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam("extends") Optional<UUID> earlier,
            Viewer viewer) {
        var requesting = authorities.require(viewer.requireAuthority(), viewer);
        if (earlier.isPresent()) {
            return extend(earlier.get(), requesting, viewer);
        }
        var state = to.flatMap(StateCode::parse).flatMap(states::find);
        var offers = state.map(there -> offers(requesting.state(), there, instrument, viewer))
                .orElse(List.of());
        var chosen = offers.stream().anyMatch(offer -> offer.authority().id().equals(authority)) ? authority : "";
        return new NewRequestPage(
                newId(),
                requesting,
                others(requesting.state(), viewer.language()),
                state.orElse(null),
                offers,
                chosen,
                null);
    }

    /** To the very authority that preserves the data, and to no other: the ticket is its own. */
    private Answer extend(UUID id, Authority requesting, Viewer viewer) {
        var earlier = requests.extendable(id, viewer).orElseThrow(DraftRefusal.NOT_EXTENDABLE::refused);
        var there = states.require(earlier.requestedState());
        var offers = offers(requesting.state(), there, "", viewer).stream()
                .filter(offer -> offer.authority().id().equals(earlier.requestedAuthority()))
                .toList();
        return new NewRequestPage(newId(), requesting, List.of(), there, offers, earlier.requestedAuthority(), earlier);
    }

    private List<NewRequestPage.Offer> offers(StateCode from, State to, String instrument, Viewer viewer) {
        if (from.equals(to.code()) || !(instrument.isEmpty() || instrument.equals("budapest"))) {
            return List.of();
        }
        return channels
                .resolve(from, to.code(), Measure.PRESERVATION, LocalDate.ofInstant(clock.instant(), viewer.zone()))
                .serving()
                .stream()
                .filter(channel -> channel.instrument().id().equals("budapest"))
                .flatMap(channel -> NewRequestPage.Offer.of(channel).stream())
                .toList();
    }

    private List<State> others(StateCode own, Language language) {
        return states.all(language).stream()
                .filter(state -> !state.code().equals(own))
                .toList();
    }

    private static UUID newId() {
        return Generators.timeBasedEpochRandomGenerator().generate();
    }
}
