package org.enlace.updates;

import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.changes.PublishedChanges;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What changed lately, and how a topic is called. */
@Component
class Updates {

    private final PublishedChanges changes;
    private final States states;
    private final Instruments instruments;

    Updates(PublishedChanges changes, States states, Instruments instruments) {
        this.changes = changes;
        this.states = states;
        this.instruments = instruments;
    }

    /** Newest first. */
    List<Update> newest(Topic topic, int from, int most, Language language) {
        return changes.newest(topic.which(), from, most).stream()
                .map(published -> Update.of(published, changes, language))
                .toList();
    }

    /** @throws Refused absent, when there is no such state or instrument in our data; empty texts ask for all */
    Topic topic(String state, String instrument) {
        return new Topic(
                state.isBlank()
                        ? null
                        : StateCode.parse(state)
                                .flatMap(states::find)
                                .map(State::code)
                                .orElseThrow(Refused::absent),
                instrument.isBlank() ? null : instruments.require(instrument).id());
    }

    /** "Costa Rica · Palermo Convention", "All States and treaties". */
    String name(Topic topic, Language language) {
        var state = Optional.ofNullable(topic.state()).flatMap(states::find).map(one -> one.name(language));
        var instrument = Optional.ofNullable(topic.instrument())
                .flatMap(instruments::find)
                .map(one -> one.shortName(language));
        return state.map(name -> instrument.map(other -> name + " · " + other).orElse(name))
                .or(() -> instrument)
                .orElseGet(() -> Words.of(Updates.class, language).say("topic.all"));
    }

    List<State> states(Language language) {
        return states.all(language);
    }

    List<Instrument> instruments() {
        return instruments.all();
    }
}
