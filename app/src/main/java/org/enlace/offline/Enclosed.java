package org.enlace.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.forms.Form;
import org.enlace.ledger.Act;
import org.enlace.ui.Words;
import tools.jackson.databind.JsonNode;

/** What a form or message says of the files that came with it. Written by another program: a file that its act did not bring is passed over, and a kind that nobody knows is not said. */
record Enclosed(List<JsonNode> files) {

    /** What nothing else fits says nothing. */
    private static final Set<String> SAID = Set.of("provision", "order", "power", "request");

    static Enclosed of(Act act, JsonNode sealed) {
        var brought = act.content().stream()
                .filter(content -> content.role() == Act.Role.ATTACHMENT)
                .map(content -> content.document().toString())
                .toList();
        return new Enclosed(sealed.path("attachments")
                .valueStream()
                .filter(file -> brought.contains(file.path("document").asString("")))
                .toList());
    }

    /** The values with the names of the files that its fields ask for. */
    Map<String, Object> among(Map<String, Object> values, Form form) {
        var all = new LinkedHashMap<>(values);
        form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.type() == Form.Type.FILES)
                .forEach(field -> {
                    var names = files.stream()
                            .filter(file -> text(file, "kind").equals(field.annex()))
                            .map(file -> text(file, "name"))
                            .toList();
                    if (!names.isEmpty()) {
                        all.put(field.id(), names);
                    }
                });
        return all;
    }

    /** One line for each. */
    List<String> lines(Language language) {
        var words = Words.of(Enclosed.class, language);
        return files.stream().map(file -> line(file, words)).toList();
    }

    private static String line(JsonNode file, Words words) {
        var said = new ArrayList<String>();
        said.add(text(file, "name"));
        if (Attaching.RELATIONS.contains(text(file, "relation"))) {
            said.add(words.say("relation." + text(file, "relation")));
        }
        Stream.of(Language.values())
                .filter(each -> each.tag().equals(text(file, "language")))
                .forEach(each -> said.add(each.ownName()));
        if (SAID.contains(text(file, "kind"))) {
            said.add(words.say("file.kind." + text(file, "kind")));
        }
        When.day(text(file, "version")).ifPresent(day -> said.add(words.say("attachment.as-of", words.date(day))));
        return words.say("open.attached", String.join(" · ", said));
    }

    private static String text(JsonNode file, String member) {
        return file.path(member).asString("");
    }
}
