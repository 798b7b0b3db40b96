package org.enlace.drafting;

import com.fasterxml.uuid.Generators;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.exchange.Earlier;
import org.enlace.exchange.Requests;
import org.enlace.resolver.Measure;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a request begins: anew, as an extension of one that was preserved, as what follows an earlier one, once more after it was taken back; and where a draft gets another addressee. */
@Controller
class NewRequestController {

    private final Offers offers;
    private final Authorities authorities;
    private final States states;
    private final Requests requests;
    private final Drafts drafts;

    NewRequestController(Offers offers, Authorities authorities, States states, Requests requests, Drafts drafts) {
        this.offers = offers;
        this.authorities = authorities;
        this.states = states;
        this.requests = requests;
        this.drafts = drafts;
    }

    @GetMapping("/requests/new")
    Answer begin(
            @RequestParam Optional<String> to,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam Optional<String> instrument,
            @RequestParam(defaultValue = "") String authority,
            Viewer viewer) {
        var own = own(viewer);
        var asked = measure(measure, offers.measures());
        var there = to.flatMap(StateCode::parse).flatMap(states::find);
        var all = there.map(state -> offers.of(own.state(), state.code(), asked, viewer))
                .orElse(List.of());
        var offered = all.stream()
                .filter(offer -> instrument.isEmpty() || offer.isUnder(instrument.get()))
                .toList();
        return page(
                newId(), own, asked, offers.measures(), there, offered, authority, NewRequestPage.Way.anew(), viewer);
    }

    /** To the very authority that preserves the data, and to no other: the ticket is its own. */
    @GetMapping(path = "/requests/new", params = "extends")
    Answer extend(@RequestParam("extends") UUID id, Viewer viewer) {
        var earlier = requests.extendable(id, viewer).orElseThrow(DraftRefusal.NOT_EXTENDABLE::refused);
        var own = own(viewer);
        var measure = measure(earlier.measure(), offers.measures());
        var there = states.require(earlier.requestedState());
        var offered = offers.of(own.state(), there.code(), measure, viewer).stream()
                .filter(offer -> offer.authority().id().equals(earlier.requestedAuthority()))
                .toList();
        return page(
                newId(),
                own,
                measure,
                List.of(measure),
                Optional.of(there),
                offered,
                earlier.requestedAuthority(),
                NewRequestPage.Way.extending(earlier, executor(earlier, viewer)),
                viewer);
    }

    /** In the same state; often to another authority, because the formal request has one of its own. */
    @GetMapping(path = "/requests/new", params = "follows")
    Answer follow(@RequestParam("follows") UUID id, @RequestParam(defaultValue = "") String measure, Viewer viewer) {
        var earlier = requests.followable(id, viewer)
                .filter(request -> !offers.following(request.form()).isEmpty())
                .orElseThrow(DraftRefusal.NOT_FOLLOWABLE::refused);
        var own = own(viewer);
        var following = offers.following(earlier.form());
        var asked = measure(measure, following);
        var there = states.require(earlier.requestedState());
        var offered = offers.of(own.state(), there.code(), asked, viewer).stream()
                .filter(offer -> offer.form().follows().contains(earlier.form()))
                .toList();
        return page(
                newId(),
                own,
                asked,
                following,
                Optional.of(there),
                offered,
                earlier.requestedAuthority(),
                NewRequestPage.Way.following(earlier, executor(earlier, viewer)),
                viewer);
    }

    /** In another state than the one that was asked: a provider there took part, as that one disclosed (Budapest Art. 30). The same is offered first. */
    @GetMapping(
            path = "/requests/new",
            params = {"follows", "to"})
    Answer askToo(
            @RequestParam("follows") UUID id,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String measure,
            Viewer viewer) {
        var there = StateCode.parse(to).flatMap(states::find).orElseThrow(Refused::absent);
        var earlier = requests.followable(id, viewer).orElseThrow(DraftRefusal.NOT_FOLLOWABLE::refused);
        if (there.code().equals(earlier.requestedState())) {
            return follow(id, measure, viewer);
        }
        if (!earlier.letsToThirdState()) {
            throw DraftRefusal.NOT_TO_THIRD_STATE.refused();
        }
        var own = own(viewer);
        var measures = offers.again(earlier.measure(), earlier.form());
        var asked = measure(measure, measures);
        var offered = offers.of(own.state(), there.code(), asked, viewer).stream()
                .filter(offer -> offer.form().form().equals(earlier.form())
                        || offer.form().follows().contains(earlier.form()))
                .toList();
        var way = NewRequestPage.Way.toThirdState(earlier, executor(earlier, viewer));
        return page(newId(), own, asked, measures, Optional.of(there), offered, "", way, viewer);
    }

    /** What was taken back, once more with the answers that it had: a request of its own, that cites nothing. */
    @GetMapping(path = "/requests/new", params = "again")
    Answer again(@RequestParam("again") UUID id, Viewer viewer) {
        var earlier = requests.repeatable(id, viewer).orElseThrow(DraftRefusal.NOT_REPEATABLE::refused);
        var own = own(viewer);
        var measure = measure(earlier.measure(), offers.measures());
        var there = states.require(earlier.requestedState());
        var offered = offers.of(own.state(), there.code(), measure, viewer).stream()
                .filter(offer -> offer.form().form().equals(earlier.form()))
                .toList();
        return page(
                newId(),
                own,
                measure,
                List.of(measure),
                Optional.of(there),
                offered,
                earlier.requestedAuthority(),
                NewRequestPage.Way.again(earlier, executor(earlier, viewer)),
                viewer);
    }

    /** Another state, authority or instrument for a draft: with the form it is written on, because what was typed answers that one. */
    @GetMapping(path = "/requests/new", params = "draft")
    Answer redirect(
            @RequestParam UUID draft,
            @RequestParam Optional<String> to,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String authority,
            Viewer viewer) {
        var form = offers.form(drafts.require(draft, viewer).form());
        var own = own(viewer);
        var asked = measure(
                measure,
                offers.measures().stream()
                        .filter(each -> form.asks(each.code()))
                        .toList());
        var there = to.flatMap(StateCode::parse).flatMap(states::find);
        var offered = there.map(state -> offers.of(own.state(), state.code(), asked, viewer)).orElse(List.of()).stream()
                .filter(offer -> offer.form().equals(form))
                .toList();
        return page(
                draft, own, asked, List.of(asked), there, offered, authority, NewRequestPage.Way.redirected(), viewer);
    }

    private NewRequestPage page(
            UUID draft,
            Authority own,
            Measure measure,
            List<Measure> measures,
            Optional<State> to,
            List<Offer> offered,
            String authority,
            NewRequestPage.Way way,
            Viewer viewer) {
        var chosen = offered.stream().anyMatch(offer -> offer.authority().id().equals(authority)) ? authority : "";
        return new NewRequestPage(
                draft,
                own,
                others(own.state(), viewer.language()),
                to.orElse(null),
                new NewRequestPage.Asked(measure, measures),
                offered,
                chosen,
                way);
    }

    /** Who has the earlier request: named in the new one, and its days are those of the earlier one. */
    private Authority executor(Earlier earlier, Viewer viewer) {
        return authorities.require(earlier.requestedAuthority(), viewer);
    }

    private Authority own(Viewer viewer) {
        return authorities.require(viewer.requireAuthority(), viewer);
    }

    private static Measure measure(String code, List<Measure> known) {
        if (code.isEmpty()) {
            return known.getFirst();
        }
        return Measure.of(code).filter(known::contains).orElseThrow(Refused::absent);
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
