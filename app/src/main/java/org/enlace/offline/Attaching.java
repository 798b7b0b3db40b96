package org.enlace.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlace.Language;

/** Asks for the files that go along. */
record Attaching(Terminal terminal) {

    static final List<String> RELATIONS = List.of("original", "official", "courtesy", "machine");

    /** The usual first: what nothing else fits. */
    private static final List<String> KINDS = List.of("other", "provision", "order", "power", "request");

    List<SealAnswers.Attached> ask() {
        var files = new ArrayList<SealAnswers.Attached>();
        var words = terminal.words();
        while (true) {
            var typed = terminal.ask(words.say("attachment.ask", files.size()));
            if (typed.isEmpty()) {
                return files;
            }
            var path = Path.of(typed);
            if (!Files.isRegularFile(path)) {
                terminal.say("attachment.missing", typed);
                continue;
            }
            var languages = List.of(Language.values());
            var language = terminal.choose(
                            words.say("attachment.language"),
                            languages.stream().map(Language::ownName).toList(),
                            true)
                    .orElseThrow();
            var relation = terminal.choose(
                            words.say("attachment.relation"),
                            RELATIONS.stream()
                                    .map(each -> words.say("relation." + each))
                                    .toList(),
                            true)
                    .orElseThrow();
            var kind = KINDS.get(terminal.choose(
                            words.say("attachment.kind"),
                            KINDS.stream()
                                    .map(each -> words.say("file.kind." + each))
                                    .toList(),
                            true)
                    .orElseThrow());
            files.add(new SealAnswers.Attached(
                    typed,
                    type(path),
                    languages.get(language).tag(),
                    RELATIONS.get(relation),
                    kind,
                    kind.equals("provision") ? version() : null));
        }
    }

    /** A law changes: its text comes with the day of it. */
    private String version() {
        while (true) {
            var typed = terminal.ask(terminal.words().say("attachment.version"));
            if (When.day(typed).isPresent()) {
                return typed;
            }
            terminal.say("answer.needed");
        }
    }

    private static String type(Path path) {
        try {
            var type = Files.probeContentType(path);
            return type == null ? "application/octet-stream" : type;
        } catch (IOException unknown) {
            return "application/octet-stream";
        }
    }
}
