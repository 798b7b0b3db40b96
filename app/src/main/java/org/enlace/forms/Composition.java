package org.enlace.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a definition together from what it writes out and what it takes from the parts. A group taken from them, {@code {"part":"offence", …}}, may leave out
 * fields ({@code without}), change members of fields ({@code need}, {@code demands}, {@code rests}, {@code section} by the field's path, {@code change} for
 * others; null takes a member away), have its own {@code id}, {@code title} and {@code intro}, and add {@code fields} (each at the end, or {@code after} another)
 * and {@code rules}. A field within a list is named {@code P-10/selectors/port}. A clock taken from them may have other members than the part.
 */
final class Composition {

    private static final Set<String> SHORT = Set.of("need", "demands", "rests", "section");
    private static final Set<String> GROUP = Set.of(
            "part", "id", "title", "intro", "without", "need", "demands", "rests", "section", "change", "fields",
            "rules");

    private final ObjectNode form;
    private final FormParts parts;

    private Composition(ObjectNode form, FormParts parts) {
        this.form = form;
        this.parts = parts;
    }

    /** @throws IllegalArgumentException naming the part or field that is not there */
    static ObjectNode of(ObjectNode written, FormParts parts) {
        var composition = new Composition(written.deepCopy(), parts);
        composition.groups();
        composition.sentences();
        composition.lists();
        composition.clocks();
        return composition.form;
    }

    private void groups() {
        var groups = JsonNodeFactory.instance.arrayNode();
        form.path("groups").forEach(group -> groups.add(group.has("part") ? taken((ObjectNode) group) : group));
        groups.forEach(Composition::severalBases);
        form.set("groups", groups);
    }

    private ObjectNode taken(ObjectNode reference) {
        var name = reference.path("part").asString();
        var part = parts.groups().get(name);
        if (part == null) {
            throw new IllegalArgumentException("no such part as " + name);
        }
        reference.propertyNames().stream().filter(each -> !GROUP.contains(each)).forEach(each -> {
            throw new IllegalArgumentException(name + " is taken with something unknown: " + each);
        });
        var group = JsonNodeFactory.instance
                .objectNode()
                .put("id", reference.path("id").asString(name));
        group.setAll((ObjectNode) part.deepCopy());
        for (var own : List.of("title", "intro")) {
            if (reference.has(own)) {
                group.set(own, reference.get(own));
            }
        }
        reference.path("without").forEach(path -> leaveOut(group, path.asString()));
        SHORT.forEach(member -> reference
                .path(member)
                .properties()
                .forEach(each -> field(group, each.getKey()).set(member, each.getValue())));
        reference.path("change").properties().forEach(each -> change(field(group, each.getKey()), each.getValue()));
        reference.path("fields").forEach(field -> insert(group, (ObjectNode) field.deepCopy()));
        reference.path("rules").forEach(group.withArray("rules")::add);
        if (group.path("rules").isEmpty()) {
            group.remove("rules");
        }
        return group;
    }

    private static void change(ObjectNode field, JsonNode members) {
        members.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                field.remove(member.getKey());
            } else {
                field.set(member.getKey(), member.getValue());
            }
        });
    }

    private static ObjectNode field(ObjectNode group, String path) {
        var at = group;
        for (var id : List.of(path.split("/"))) {
            at = fields(at).stream()
                    .filter(field -> field.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such field as " + path));
        }
        return at;
    }

    private static List<ObjectNode> fields(ObjectNode within) {
        return within.path("fields")
                .valueStream()
                .map(field -> (ObjectNode) field)
                .toList();
    }

    /** Rules that ask for one of several ask for one of those that are left. */
    private static void leaveOut(ObjectNode group, String path) {
        var slash = path.lastIndexOf('/');
        var owner = slash < 0 ? group : field(group, path.substring(0, slash));
        var left = field(group, path);
        keep(owner.withArray("fields"), field -> !field.equals(left));
        var id = left.path("id").asString();
        for (var rule : owner.path("rules")) {
            if (rule.path("kind").asString().equals("oneOf")) {
                keep(
                        ((ObjectNode) rule).withArray("fields"),
                        each -> !each.asString().equals(id));
            }
        }
        if (owner.has("rules")) {
            keep(
                    owner.withArray("rules"),
                    rule -> !names(rule, id) && !rule.path("fields").isEmpty());
        }
    }

    private static boolean names(JsonNode rule, String field) {
        return rule.path("fields")
                .valueStream()
                .anyMatch(each -> each.asString().equals(field));
    }

    private static void keep(ArrayNode array, Predicate<JsonNode> kept) {
        var all = array.valueStream().toList();
        array.removeAll();
        all.stream().filter(kept).forEach(array::add);
    }

    private static void insert(ObjectNode group, ObjectNode field) {
        var after = field.remove("after");
        var fields = group.withArray("fields");
        if (after == null) {
            fields.add(field);
            return;
        }
        for (var i = 0; i < fields.size(); i++) {
            if (fields.get(i).path("id").equals(after)) {
                fields.insert(i + 1, field);
                return;
            }
        }
        throw new IllegalArgumentException("no such field as " + after.asString());
    }

    /** One basis may stand for itself; what is served always has a list of them. */
    private static void severalBases(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("rests").isObject()) {
            object.set("rests", JsonNodeFactory.instance.arrayNode().add(object.get("rests")));
        }
        node.path("fields").forEach(Composition::severalBases);
        node.path("rules").forEach(Composition::severalBases);
    }

    private void sentences() {
        var sentences = JsonNodeFactory.instance.objectNode();
        new TreeSet<>(parts.sentences().keySet())
                .forEach(name -> sentences.set(
                        name, Objects.requireNonNull(parts.sentences().get(name))));
        if (form.path("sentences") instanceof ObjectNode own) {
            sentences.setAll(own);
        }
        form.set("sentences", sentences);
    }

    /** Lists that are named and not written out are taken from the parts; what is not named is not taken. */
    private void lists() {
        var lists = form.withObject("lists");
        var named = new ArrayList<String>();
        form.path("groups").forEach(group -> named(group, named));
        take(named, lists);
        var classes = lists.valueStream().flatMap(JsonNode::valueStream).anyMatch(choice -> choice.has("iccs"));
        if (classes) {
            take(List.of("iccs"), lists);
        }
    }

    private void clocks() {
        if (form.has("clocks")) {
            var clocks = JsonNodeFactory.instance.arrayNode();
            form.path("clocks").forEach(clock -> clocks.add(clock.has("part") ? clock(clock) : clock));
            form.set("clocks", clocks);
        }
    }

    private ObjectNode clock(JsonNode reference) {
        var name = reference.path("part").asString();
        var part = parts.clocks().get(name);
        if (part == null) {
            throw new IllegalArgumentException("no such clock as " + name);
        }
        var clock = JsonNodeFactory.instance.objectNode().put("id", name);
        clock.setAll((ObjectNode) part.deepCopy());
        clock.setAll((ObjectNode) reference.deepCopy());
        clock.remove("part");
        return clock;
    }

    private void take(List<String> named, ObjectNode lists) {
        for (var name : new LinkedHashSet<>(named)) {
            var part = parts.lists().get(name);
            if (!lists.has(name) && part != null) {
                lists.set(name, part);
            }
        }
    }

    private static void named(JsonNode node, List<String> names) {
        if (node.path("list").isString()) {
            names.add(node.path("list").asString());
        }
        node.path("fields").forEach(field -> named(field, names));
    }
}
