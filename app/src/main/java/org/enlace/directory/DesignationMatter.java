package org.enlace.directory;

import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Matter;
import org.enlace.states.FactDate;
import org.enlace.states.Span;
import org.enlace.states.Tongues;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Designations as a matter of changes. Where several sources tell of one, what two persons enter stands for all of them. */
@Component
class DesignationMatter implements Matter {

    static final String KIND = "designation";

    private final Designations designations;
    private final Authorities authorities;
    private final EnteredFacts entered;
    private final Instruments instruments;

    DesignationMatter(
            Designations designations, Authorities authorities, EnteredFacts entered, Instruments instruments) {
        this.designations = designations;
        this.authorities = authorities;
        this.entered = entered;
        this.instruments = instruments;
    }

    /** @param seen the date of what it rests on */
    static JsonNode value(
            String article,
            List<String> languages,
            Span span,
            Designation.@Nullable Evidence evidence,
            @Nullable FactDate seen) {
        var value = JsonNodeFactory.instance.objectNode().put("article", article);
        languages.forEach(value.withArray("languages")::add);
        return value.put("since", text(span.since()))
                .put("until", text(span.until()))
                .put("evidence", evidence == null ? "" : evidence.name())
                .put("seen", text(seen));
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
        return designations.find(DesignationKey.parse(subject)).map(DesignationMatter::value);
    }

    @Override
    public String title(String subject, Words words) {
        var key = DesignationKey.parse(subject);
        var name =
                authorities.find(key.authority()).map(Authority::originalName).orElse(key.authority());
        return words.say("designation.matter", name, instrument(key, words), words.say("function." + key.function()));
    }

    @Override
    public String path(String subject) {
        return "/authorities/" + DesignationKey.parse(subject).authority();
    }

    @Override
    public List<Line> lines(JsonNode value, Words words) {
        var evidence = AuthorityValue.text(value, "evidence");
        return List.of(
                new Line(words.say("named.article"), AuthorityValue.text(value, "article")),
                new Line(
                        words.say("entry.languages"), Tongues.names(AuthorityValue.languages(value), words.language())),
                new Line(words.say("named.since"), said(value, "since", words)),
                new Line(words.say("named.until"), said(value, "until", words)),
                new Line(words.say("named.evidence"), evidence.isEmpty() ? "" : words.say("evidence." + evidence)));
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public boolean isUnder(String subject, String instrument) {
        return DesignationKey.parse(subject).instrument().equals(instrument);
    }

    @Override
    public void apply(Change change) {
        var value = change.fact();
        var key = DesignationKey.parse(change.subject());
        entered.designation(change, source -> read(key, value, source));
    }

    private Designation read(DesignationKey key, JsonNode value, String source) {
        var evidence = AuthorityValue.text(value, "evidence");
        return new Designation(
                key.authority(),
                key.instrument(),
                key.function(),
                AuthorityValue.text(value, "article"),
                AuthorityValue.languages(value),
                new Span(date(value, "since"), date(value, "until")),
                evidence.isEmpty() ? null : Designation.Evidence.valueOf(evidence),
                source,
                date(value, "seen"),
                "",
                authorities.find(key.authority()).filter(Authority::isSample).isPresent());
    }

    private String instrument(DesignationKey key, Words words) {
        return instruments
                .find(key.instrument())
                .map((Instrument one) -> one.shortName(words.language()))
                .orElse(key.instrument());
    }

    private static JsonNode value(Designation designation) {
        return value(
                designation.article(),
                designation.languages(),
                designation.span(),
                designation.evidence(),
                designation.seen());
    }

    private static String said(JsonNode value, String field, Words words) {
        var date = date(value, field);
        return date == null ? "" : date.in(words);
    }

    private static @Nullable FactDate date(JsonNode value, String field) {
        return FactDate.parse(AuthorityValue.text(value, field)).orElse(null);
    }

    private static String text(@Nullable FactDate date) {
        return date == null ? "" : date.toString();
    }
}
