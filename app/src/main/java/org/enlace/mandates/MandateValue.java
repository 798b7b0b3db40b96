package org.enlace.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A mandate as a change writes it down, and back. */
final class MandateValue {

    private MandateValue() {}

    static JsonNode of(Mandate mandate) {
        var term = mandate.term();
        var value = JsonNodeFactory.instance
                .objectNode()
                .put("authority", mandate.authority() == null ? "" : mandate.authority())
                .put("network", mandate.network().name())
                .put("name", mandate.name())
                .put("role", mandate.role())
                .put("since", term.since().toString())
                .put("until", text(term.until()))
                .put("suspendedSince", text(term.suspendedSince()))
                .put("suspendedUntil", text(term.suspendedUntil()))
                .put("email", mandate.reach().email())
                .put("telephone", mandate.reach().telephone())
                .put("visibility", mandate.visibility().name());
        mandate.reach().languages().forEach(value.withArray("languages")::add);
        return value;
    }

    static Mandate read(UUID id, StateCode state, JsonNode value, String evidence, Instant approvedAt) {
        var authority = text(value, "authority");
        return new Mandate(
                id,
                state,
                authority.isEmpty() ? null : authority,
                Network.valueOf(text(value, "network")),
                text(value, "name"),
                text(value, "role"),
                new Mandate.Term(
                        LocalDate.parse(text(value, "since")),
                        day(value, "until"),
                        day(value, "suspendedSince"),
                        day(value, "suspendedUntil")),
                new Mandate.Reach(text(value, "email"), text(value, "telephone"), languages(value)),
                Visibility.valueOf(text(value, "visibility")),
                evidence,
                approvedAt,
                null);
    }

    static String text(JsonNode value, String field) {
        return value.path(field).asString("");
    }

    static List<String> languages(JsonNode value) {
        return value.path("languages").valueStream().map(JsonNode::asString).toList();
    }

    static @Nullable LocalDate day(JsonNode value, String field) {
        var text = text(value, field);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
