package org.enlace.states;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How a state stands to the Organization from a day on. A subject is {@code CRI/2026-12-01}; treaties, contacts and accounts of the state are other facts and stay as they are. */
@Component
class StandingMatter implements Matter {

    static final String KIND = "standing";

    private static final String NONE = "NONE";

    private final EnteredStandings entered;
    private final States states;
    private final Sources sources;
    private final ApplicationEventPublisher events;

    StandingMatter(EnteredStandings entered, States states, Sources sources, ApplicationEventPublisher events) {
        this.entered = entered;
        this.states = states;
        this.sources = sources;
        this.events = events;
    }

    static String subject(StateCode state, FactDate since) {
        return state.iso3() + '/' + since;
    }

    /** @param standing null when the state is not a member */
    static JsonNode value(@Nullable Standing standing) {
        return JsonNodeFactory.instance.objectNode().put("standing", standing == null ? NONE : standing.name());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "states";
    }

    @Override
    public Optional<JsonNode> current(String subject) {
        return entered.find(state(subject), since(subject)).map(one -> value(one.standing()));
    }

    @Override
    public String title(String subject, Words words) {
        return words.say(
                "standing.matter",
                states.require(state(subject)).name(words.language()),
                since(subject).in(words));
    }

    @Override
    public String path(String subject) {
        return "/states/" + state(subject).iso3();
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var standing = value.path("standing").asString(NONE);
        return List.of(new Line(words.say("standing.new.standing"), words.say("standing." + standing)));
    }

    @Override
    public void apply(Change change) {
        var value = change.fact().path("standing").asString(NONE);
        var state = state(change.subject());
        entered.keep(
                state,
                since(change.subject()),
                Arrays.stream(Standing.values())
                        .filter(one -> one.name().equals(value))
                        .findFirst()
                        .orElse(null),
                change.after() == null,
                sources.enter(change),
                change.id(),
                change.requireDecision().at());
        events.publishEvent(new StandingEntered(state));
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    private static StateCode state(String subject) {
        return new StateCode(subject.substring(0, subject.indexOf('/')));
    }

    private static FactDate since(String subject) {
        return FactDate.parse(subject.substring(subject.indexOf('/') + 1)).orElseThrow();
    }

    /** The memberships of a state are other than they were. */
    record StandingEntered(StateCode state) {}
}
