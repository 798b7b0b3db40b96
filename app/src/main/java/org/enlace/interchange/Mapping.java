package org.enlace.interchange;

import java.util.EnumMap;
import java.util.Map;
import org.enlace.StateCode;
import org.enlace.directory.Authority;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Which of their columns is which of ours.
 *
 * @param columns the number of the column in the file, from 0
 * @param state of lines that name none, or null
 * @param kind of lines that name none
 */
record Mapping(Map<Column, Integer> columns, @Nullable StateCode state, Authority.Kind kind) {

    /** What the headings make likely; a person looks at it before it counts. */
    static Mapping guess(Delimited list) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            var best = -1;
            for (var number = 0; number < list.headings().size(); number++) {
                var likeness = column.likeness(list.headings().get(number));
                if (likeness >= 0 && !columns.containsValue(number) && (best < 0 || likeness < best)) {
                    best = likeness;
                    columns.put(column, number);
                }
            }
        }
        return new Mapping(columns, null, Authority.Kind.CENTRAL_AUTHORITY);
    }

    String of(Column column, Delimited.Line line) {
        return line.cell(columns.getOrDefault(column, -1));
    }

    JsonNode json() {
        var node = JsonNodeFactory.instance.objectNode();
        var named = node.putObject("columns");
        columns.forEach((column, number) -> named.put(column.name(), number));
        return node.put("state", state == null ? "" : state.iso3()).put("kind", kind.name());
    }

    static Mapping read(JsonNode node) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        node.path("columns")
                .propertyStream()
                .forEach(entry -> Column.of(entry.getKey())
                        .ifPresent(
                                column -> columns.put(column, entry.getValue().asInt())));
        return new Mapping(
                columns,
                StateCode.parse(node.path("state").asString("")).orElse(null),
                Authority.Kind.valueOf(node.path("kind").asString("CENTRAL_AUTHORITY")));
    }
}
