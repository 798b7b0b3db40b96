package org.enlace.treaties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.enlace.states.Tongues;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Declarations, reservations, objections, notifications and withdrawals as a matter of changes: the secretariat proposes, another person of it approves. */
@Component
class DeclarationMatter implements Matter {

    static final String KIND = "declaration";

    /** A value does not say whose it is; no state bears this code. */
    private static final StateCode NOBODY = new StateCode("ZZZ");

    private final DeclarationRows rows;
    private final Instruments instruments;
    private final States states;
    private final Sources sources;

    DeclarationMatter(DeclarationRows rows, Instruments instruments, States states, Sources sources) {
        this.rows = rows;
        this.instruments = instruments;
        this.states = states;
        this.sources = sources;
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
        return find(DeclarationKey.parse(subject).id()).map(DeclarationValue::of);
    }

    @Override
    public String title(String subject, Words words) {
        var key = DeclarationKey.parse(subject);
        var language = words.language();
        return words.say(
                "action.title",
                instruments
                        .find(key.instrument())
                        .map(one -> one.shortName(language))
                        .orElse(key.instrument()),
                states.require(key.state()).name(language),
                words.say("declaration." + key.kind().name()));
    }

    @Override
    public String path(String subject) {
        var key = DeclarationKey.parse(subject);
        return "/treaties/" + key.instrument() + "#declarations";
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var declaration = DeclarationValue.read("", "", NOBODY, value, "");
        var lines = new ArrayList<Line>();
        var date = declaration.date();
        lines.add(line("declare.date", date == null ? "" : date.in(words), words));
        lines.add(line("declare.articles", String.join(", ", declaration.articles()), words));
        if (!declaration.about().isEmpty()) {
            lines.add(line("declare.about", about(declaration.about(), words), words));
        }
        var against = declaration.against();
        if (against != null) {
            lines.add(line("declare.against", states.name(against, words.language()), words));
        }
        if (!declaration.languages().isEmpty()) {
            lines.add(line("declare.languages", Tongues.names(declaration.languages(), words.language()), words));
        }
        DeclarationValue.texts(declaration.text())
                .forEach((language, text) -> lines.add(new Line(language.ownName(), text)));
        if (declaration.summary()) {
            lines.add(line("declare.text", words.say("declared.summary"), words));
        }
        return lines;
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public boolean isUnder(String subject, String instrument) {
        return DeclarationKey.parse(subject).instrument().equals(instrument);
    }

    @Override
    public void apply(Change change) {
        rows.keep(
                DeclarationKey.parse(change.subject()),
                change.after(),
                sources.enter(change),
                change.id(),
                change.requireDecision().at());
    }

    private Optional<Declaration> find(String id) {
        return rows.all().stream()
                .filter(declaration -> declaration.id().equals(id))
                .findFirst();
    }

    private String about(String id, Words words) {
        return find(id).map(declaration -> words.say(
                        "declared.plain",
                        states.name(declaration.state(), words.language()),
                        words.say("declaration." + declaration.kind().name())))
                .orElse("");
    }

    private static Line line(String key, String value, Words words) {
        return new Line(words.say(key), value);
    }
}
