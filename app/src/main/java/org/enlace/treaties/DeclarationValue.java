package org.enlace.treaties;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A declaration as the value of a change, without what its key says: instrument, state, id. */
final class DeclarationValue {

    private DeclarationValue() {}

    static JsonNode of(Declaration declaration) {
        var value = JsonNodeFactory.instance.objectNode();
        value.put("kind", declaration.kind().name());
        var articles = value.putArray("articles");
        declaration.articles().forEach(articles::add);
        var texts = value.putObject("text");
        texts(declaration.text()).forEach((language, text) -> texts.put(language.tag(), text));
        value.put("summary", declaration.summary());
        var date = declaration.date();
        value.put("date", date == null ? "" : date.toString());
        value.put("about", declaration.about());
        var against = declaration.against();
        value.put("against", against == null ? "" : against.iso3());
        var languages = value.putArray("languages");
        declaration.languages().forEach(languages::add);
        return value;
    }

    static Declaration read(String id, String instrument, StateCode state, JsonNode value, String source) {
        return new Declaration(
                id,
                instrument,
                state,
                Declaration.Kind.valueOf(value.path("kind").asString()),
                list(value.path("articles")),
                text(value.path("text")),
                value.path("summary").asBoolean(),
                FactDate.parse(value.path("date").asString()).orElse(null),
                value.path("about").asString(),
                StateCode.parse(value.path("against").asString()).orElse(null),
                list(value.path("languages")),
                source);
    }

    static Map<Language, String> texts(@Nullable Multilingual text) {
        return text == null ? Map.of() : text.texts();
    }

    private static @Nullable Multilingual text(JsonNode texts) {
        var read = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var text = texts.path(language.tag()).asString("");
            if (!text.isEmpty()) {
                read.put(language, text);
            }
        }
        return read.isEmpty() ? null : new Multilingual(read);
    }

    private static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
