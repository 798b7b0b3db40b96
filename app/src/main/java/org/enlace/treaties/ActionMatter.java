package org.enlace.treaties;

import java.util.List;
import java.util.Optional;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.states.FactDate;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Treaty actions as a matter of changes: the secretariat proposes, another person of the secretariat approves. */
@Component
class ActionMatter implements Matter {

    static final String KIND = "treaty-action";

    private final EnteredActions entered;
    private final Instruments instruments;
    private final States states;
    private final Sources sources;
    private final ApplicationEventPublisher events;

    ActionMatter(
            EnteredActions entered,
            Instruments instruments,
            States states,
            Sources sources,
            ApplicationEventPublisher events) {
        this.entered = entered;
        this.instruments = instruments;
        this.states = states;
        this.sources = sources;
        this.events = events;
    }

    static JsonNode value(FactDate date, String note) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("date", date.toString())
                .put("note", note.strip());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "treaties";
    }

    @Override
    public Optional<JsonNode> current(String subject) {
        var key = ActionKey.parse(subject);
        return instruments.actions(key.instrument()).stream()
                .filter(key::isOf)
                .findFirst()
                .map(action -> value(action.date(), action.note()));
    }

    @Override
    public String title(String subject, Words words) {
        var key = ActionKey.parse(subject);
        var language = words.language();
        var instrument = instruments
                .find(key.instrument())
                .map(one -> one.shortName(language))
                .orElse(key.instrument());
        var state = states.require(key.state()).name(language);
        var act = words.say("act." + key.act().name());
        return key.number() == 1
                ? words.say("action.title", instrument, state, act)
                : words.say("action.title.again", instrument, state, act, key.number());
    }

    @Override
    public String path(String subject) {
        var key = ActionKey.parse(subject);
        return "/treaties/" + key.instrument() + '#' + key.state();
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var date = FactDate.parse(value.path("date").asString()).orElseThrow();
        return List.of(
                new Line(words.say("action.date"), date.in(words)),
                new Line(words.say("action.note"), value.path("note").asString("")));
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public boolean isUnder(String subject, String instrument) {
        return ActionKey.parse(subject).instrument().equals(instrument);
    }

    @Override
    public void apply(Change change) {
        var key = ActionKey.parse(change.subject());
        var decision = change.requireDecision();
        entered.keep(key, change.after(), sources.enter(change), change.id(), decision.at());
        events.publishEvent(new ActionEntered(key.instrument(), decision.by().name()));
    }
}
