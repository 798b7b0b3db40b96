package org.enlace.mandates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.directory.Keepers;
import org.enlace.search.Index;
import org.enlace.states.States;
import org.enlace.states.Tongues;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Mandates as a matter of changes. A subject is {@code PRY/<id>}. Never public: it names persons, whoever may see the mandate itself. */
@Component
class MandateMatter implements Matter {

    static final String KIND = "mandate";

    private final MandateRows rows;
    private final States states;
    private final Index index;

    MandateMatter(MandateRows rows, States states, Index index) {
        this.rows = rows;
        this.states = states;
        this.index = index;
    }

    static String subject(StateCode state, UUID id) {
        return state.iso3() + '/' + id;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "mandates";
    }

    @Override
    public boolean mayPropose(Viewer viewer, StateCode state) {
        return Keepers.mayPropose(viewer, state);
    }

    @Override
    public Optional<JsonNode> current(String subject) {
        return rows.find(id(subject)).map(MandateValue::of);
    }

    @Override
    public String title(String subject, Words words) {
        var state = states.require(state(subject)).name(words.language());
        return rows.find(id(subject))
                .map(mandate -> words.say("mandate.matter", state, mandate.name()))
                .orElseGet(() -> words.say("mandate.matter.new", state));
    }

    @Override
    public String path(String subject) {
        return rows.find(id(subject)).isPresent()
                ? "/mandates/" + id(subject)
                : "/states/" + state(subject) + "/mandates";
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var plain = Stream.of(
                        "name",
                        "role",
                        "authority",
                        "since",
                        "until",
                        "suspendedSince",
                        "suspendedUntil",
                        "email",
                        "telephone")
                .map(field -> new Line(words.say("mandate." + field), MandateValue.text(value, field)));
        var said = Stream.of(
                new Line(words.say("mandate.network"), words.say("network." + MandateValue.text(value, "network"))),
                new Line(
                        words.say("mandate.languages"), Tongues.names(MandateValue.languages(value), words.language())),
                new Line(
                        words.say("mandate.visibility"),
                        words.say("visibility." + MandateValue.text(value, "visibility"))));
        return Stream.concat(plain, said).toList();
    }

    @Override
    public void apply(Change change) {
        var mandate = MandateValue.read(
                id(change.subject()),
                change.state(),
                change.fact(),
                change.grounds().source(),
                change.requireDecision().at());
        rows.keep(mandate, change.after() == null, change.id());
        index.changed(MandateOffer.KIND, mandate.id().toString());
    }

    private static StateCode state(String subject) {
        return StateCode.parse(subject.substring(0, Math.min(3, subject.length())))
                .orElseThrow(Refused::absent);
    }

    private static UUID id(String subject) {
        try {
            return UUID.fromString(subject.substring(subject.indexOf('/') + 1));
        } catch (IllegalArgumentException noId) {
            throw Refused.absent();
        }
    }
}
