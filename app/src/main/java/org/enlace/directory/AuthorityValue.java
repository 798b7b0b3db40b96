package org.enlace.directory;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An authority as a change writes it down, and back. */
final class AuthorityValue {

    private AuthorityValue() {}

    static JsonNode of(Authority authority) {
        var value = JsonNodeFactory.instance.objectNode();
        var reach = authority.reach();
        var hours = reach.hours();
        value.put("kind", authority.kind().name())
                .put("name", authority.originalName())
                .put("nameLanguage", authority.originalLanguage());
        var names = value.putObject("names");
        for (var language : Language.values()) {
            var text = authority.names().texts().get(language);
            if (text != null) {
                names.put(language.tag(), text);
            }
        }
        value.put("parent", authority.parent());
        reach.languages().forEach(value.withArray("languages")::add);
        // Only where there is one: changes that were proposed before there were deputies still compare as equal.
        if (reach.deputy() != null) {
            value.put("deputy", reach.deputy());
        }
        return value.put("zone", reach.zone().getId())
                .put("alwaysOpen", reach.alwaysOpen())
                .put("opens", hours == null ? "" : hours.opens().toString())
                .put("closes", hours == null ? "" : hours.closes().toString())
                .put("mailbox", reach.mailbox() == null ? "" : reach.mailbox())
                .put("website", authority.published().website())
                .put("email", authority.published().email())
                .put("telephone", authority.published().telephone());
    }

    static Authority read(String id, StateCode state, JsonNode value, Authority.Provenance provenance) {
        return new Authority(
                id,
                state,
                Authority.Kind.valueOf(text(value, "kind")),
                text(value, "name"),
                text(value, "nameLanguage"),
                new Multilingual(names(value)),
                text(value, "parent"),
                new Authority.Reach(
                        ZoneId.of(text(value, "zone")),
                        languages(value),
                        hours(value),
                        value.path("alwaysOpen").asBoolean(false),
                        address(value, "mailbox"),
                        address(value, "deputy")),
                new Authority.Published(text(value, "website"), text(value, "email"), text(value, "telephone")),
                provenance,
                Freshness.NONE);
    }

    static String text(JsonNode value, String field) {
        return value.path(field).asString("");
    }

    static List<String> languages(JsonNode value) {
        return value.path("languages").valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable String address(JsonNode value, String field) {
        var address = text(value, field);
        return address.isEmpty() ? null : address;
    }

    private static Map<Language, String> names(JsonNode value) {
        var names = new EnumMap<Language, String>(Language.class);
        value.path("names")
                .propertyStream()
                .forEach(name -> Language.of(name.getKey())
                        .ifPresent(
                                language -> names.put(language, name.getValue().asString())));
        return names;
    }

    private static @Nullable OfficeHours hours(JsonNode value) {
        var opens = text(value, "opens");
        return opens.isEmpty() ? null : new OfficeHours(LocalTime.parse(opens), LocalTime.parse(text(value, "closes")));
    }
}
