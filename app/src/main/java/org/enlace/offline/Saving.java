package org.enlace.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.procedure.Unlogged;

/**
 * Writes the attachments of what may be read into a folder, in clear, because the officer said so. What its conditions bar stays sealed; beside the rest lies a text with
 * its conditions, written first, so that no file is ever there without them.
 */
record Saving(Dossier dossier, Terminal terminal) {

    /** @param name in the folder */
    record Attached(Act act, UUID document, String name) {}

    void into(Path folder, Unlogged standing) throws IOException {
        Files.createDirectories(folder);
        var free = new ArrayList<Attached>();
        for (var each : dossier.attached(standing)) {
            var bars = dossier.under(each.act()).map(Under::barsKeeping).orElse(List.of());
            if (bars.isEmpty()) {
                free.add(each);
            } else {
                terminal.say("save.barred", each.name());
                bars.forEach(bar -> terminal.say("bar." + bar.code()));
            }
        }
        conditions(folder, free);
        for (var each : free) {
            terminal.say("open.saved", write(folder, each));
        }
    }

    private void conditions(Path folder, List<Attached> files) throws IOException {
        var words = terminal.words();
        var lines = new ArrayList<String>();
        for (var act : files.stream().map(Attached::act).distinct().toList()) {
            dossier.under(act).ifPresent(under -> {
                lines.add("");
                lines.add(words.say(
                        "open.line",
                        words.momentIn(act.clock(), dossier.zone(), ZoneId.systemDefault()),
                        words.say("deed." + act.kind()),
                        act.authority()));
                Terms.of(dossier.answers(), under, words).forEach(term -> lines.add("  " + term));
                files.stream().filter(each -> each.act().equals(act)).forEach(each -> lines.add("  - " + each.name()));
            });
        }
        if (!lines.isEmpty()) {
            var request = dossier.first().request();
            lines.addFirst(words.say("save.conditions", request));
            var text = folder.resolve("conditions-" + request + ".txt");
            Files.writeString(text, String.join("\n", lines) + "\n");
            terminal.say("save.beside", text);
        }
    }

    /** Whole or not at all. What is opened goes to the folder that was named, and nowhere else. */
    private String write(Path folder, Attached file) throws IOException {
        var target = folder.resolve(file.name());
        var part = Parcel.passing(Files.createTempFile(folder, ".enlace-", ".part"));
        try {
            dossier.open(file.document(), part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return target.toString();
    }
}
