package org.enlace.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.states.States;
import org.enlace.states.Tongues;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Authorities as a matter of changes. A subject is an authority's id, which begins with its state. */
@Component
class AuthorityMatter implements Matter {

    static final String KIND = "authority";

    private final Authorities authorities;
    private final EnteredFacts entered;
    private final States states;

    AuthorityMatter(Authorities authorities, EnteredFacts entered, States states) {
        this.authorities = authorities;
        this.entered = entered;
        this.states = states;
    }

    /** The state that an authority's id begins with. */
    static StateCode state(String id) {
        return StateCode.parse(id.substring(0, Math.min(3, id.length()))).orElseThrow(org.enlace.Refused::absent);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String room() {
        return "directory";
    }

    @Override
    public boolean mayPropose(Viewer viewer, StateCode state) {
        return Keepers.mayPropose(viewer, state);
    }

    @Override
    public Optional<JsonNode> current(String subject) {
        return authorities
                .find(subject)
                .filter(authority -> !authority.isTakenOut())
                .map(AuthorityValue::of);
    }

    @Override
    public String title(String subject, Words words) {
        var state = states.require(state(subject)).name(words.language());
        return authorities
                .find(subject)
                .map(authority -> words.say("authority.matter", state, authority.originalName()))
                .orElseGet(() -> words.say("authority.matter.new", state));
    }

    /** A new one is nowhere before it is approved; then it stands among those of its state. */
    @Override
    public String path(String subject) {
        return authorities.find(subject).isPresent() ? "/authorities/" + subject : "/states/" + state(subject);
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var lines = new ArrayList<Line>();
        lines.add(line(value, "name", words));
        for (var language : Language.values()) {
            lines.add(new Line(language.ownName(), AuthorityValue.text(value.path("names"), language.tag())));
        }
        lines.add(new Line(words.say("entry.kind"), words.say("kind." + AuthorityValue.text(value, "kind"))));
        lines.add(line(value, "parent", words));
        lines.add(new Line(
                words.say("entry.languages"), Tongues.names(AuthorityValue.languages(value), words.language())));
        lines.add(line(value, "zone", words));
        lines.add(new Line(words.say("entry.hours"), hours(value, words)));
        List.of("mailbox", "deputy", "email", "telephone", "website")
                .forEach(field -> lines.add(line(value, field, words)));
        return lines;
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public void apply(Change change) {
        var value = change.fact();
        var sample =
                authorities.find(change.subject()).filter(Authority::isSample).isPresent();
        var listed = change.after() != null;
        entered.authority(
                change,
                source -> AuthorityValue.read(
                        change.subject(),
                        change.state(),
                        value,
                        new Authority.Provenance(source, null, "", sample, listed, null)));
    }

    private static Line line(JsonNode value, String field, Words words) {
        return new Line(words.say("entry." + field), AuthorityValue.text(value, field));
    }

    private static String hours(JsonNode value, Words words) {
        if (value.path("alwaysOpen").asBoolean(false)) {
            return words.say("authority.hours.always");
        }
        var opens = AuthorityValue.text(value, "opens");
        return opens.isEmpty()
                ? words.say("authority.hours.none")
                : words.say("authority.hours.from", opens, AuthorityValue.text(value, "closes"));
    }
}
