package org.enlace.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What several definitions share, each thing by its name ({@code forms/parts/*.json}). */
record FormParts(
        Map<String, JsonNode> groups,
        Map<String, JsonNode> lists,
        Map<String, JsonNode> sentences,
        Map<String, JsonNode> clocks) {

    private static final List<String> MEMBERS = List.of("groups", "lists", "sentences", "clocks");

    /** @throws IllegalArgumentException when two files hold a thing of the same name, or one holds something else */
    static FormParts of(List<ObjectNode> files) {
        var parts = new FormParts(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (var file : files) {
            file.propertyNames().stream()
                    .filter(name -> !MEMBERS.contains(name))
                    .forEach(name -> {
                        throw new IllegalArgumentException("no kind of part: " + name);
                    });
            add(file, "groups", parts.groups);
            add(file, "lists", parts.lists);
            add(file, "sentences", parts.sentences);
            add(file, "clocks", parts.clocks);
        }
        return parts;
    }

    private static void add(ObjectNode file, String kind, Map<String, JsonNode> known) {
        file.path(kind).properties().forEach(part -> {
            if (known.put(part.getKey(), part.getValue()) != null) {
                throw new IllegalArgumentException("two parts " + kind + '.' + part.getKey());
            }
        });
    }
}
