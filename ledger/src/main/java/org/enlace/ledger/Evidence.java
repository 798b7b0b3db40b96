package org.enlace.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.Judgement.Contents;
import org.enlace.ledger.Judgement.Line;
import org.enlace.ledger.Judgement.Told;
import org.enlace.ledger.Officers.Item;
import org.enlace.ledger.Reason.CannotTell;
import org.jspecify.annotations.Nullable;

/** Reads an evidence package and judges it: every signature, digest and proof anew, with nothing but the package and, if the reader has it, the log's key. */
final class Evidence {
    private static final Set<String> FOLDERS = Set.of("acts", "receipts", "keys", "entries", "content", "reminders");
    private static final Set<String> LOOSE =
            Set.of(Manifest.FILE, Manifest.STATEMENT, Manifest.CHECKPOINT, Manifest.LOG_KEY, Manifest.REQUEST_KEY);

    private final Archive archive;
    private final Findings findings = new Findings();
    private final Enclosure enclosure;

    private Evidence(Archive archive) {
        this.archive = archive;
        this.enclosure = new Enclosure(archive, findings, FOLDERS, LOOSE);
    }

    /** Judges a file; {@code known} is the log's key as the reader has it from elsewhere, or null. */
    static Judgement judge(Path file, @Nullable LogKey known) {
        try (var archive = Archive.open(file)) {
            return new Evidence(archive).judge(known);
        } catch (CannotTell unreadable) {
            return Judgement.cannotTell(unreadable.reason());
        }
    }

    private Judgement judge(@Nullable LogKey known) throws CannotTell {
        var manifest = manifest();
        var enclosed = enclosure.enclosedKey();
        if (known != null && enclosed.isPresent() && !known.equals(enclosed.get())) {
            findings.wrong("other-log-key");
        }
        var key = known != null ? known : enclosed.orElse(null);
        var checkpoint = key == null ? null : enclosure.checkpoint(key);
        if (key == null || checkpoint == null) {
            return findings.judge(null);
        }

        var statements = enclosure.items(manifest.keys(), "keys", checkpoint);
        var acts = enclosure.items(manifest.acts(), "acts", checkpoint);
        var receipts = enclosure.items(manifest.receipts(), "receipts", checkpoint);
        var reminders = enclosure.items(manifest.reminders(), "reminders", checkpoint);
        var officers = new Officers(statements);
        findings.wrong(officers.problems());
        var request = new RequestCheck(manifest.request(), officers, findings);
        request.acts(acts);
        request.receipts(receipts, key.key());
        request.reminders(reminders, key.key(), enclosure.entries());
        content(manifest, acts);
        enclosure.strangers();
        return findings.judge(new Contents(
                manifest.reference(),
                manifest.request().toString(),
                manifest.made(),
                checkpoint,
                key,
                known != null,
                lines(acts),
                lines(receipts),
                told(reminders),
                statements.size(),
                manifest.content().size(),
                manifest.content().stream().filter(each -> each.file() != null).count()));
    }

    private Manifest manifest() throws CannotTell {
        byte[] bytes = archive.bytes(Manifest.FILE, Manifest.MAX_BYTES);
        if (bytes == null) {
            throw new CannotTell("no-manifest");
        }
        try {
            return Manifest.parse(bytes);
        } catch (Unknown later) {
            throw new CannotTell("later-version");
        } catch (Malformed broken) {
            throw new CannotTell("manifest-unreadable");
        }
    }

    private void content(Manifest manifest, List<Item> acts) throws CannotTell {
        var brought = new HashMap<UUID, Act.Content>();
        for (var item : acts) {
            if (item.signed() instanceof Act act) {
                act.content().forEach(each -> brought.put(each.document(), each));
            }
        }
        var listed = new HashSet<UUID>();
        for (var each : manifest.content()) {
            var sealed = brought.get(each.document());
            boolean first = listed.add(each.document());
            if (!first || sealed == null || !sealed.sha256().equals(each.sha256()) || sealed.size() != each.size()) {
                findings.wrong("content-of-no-act", each.document());
            }
            enclosure.content(each);
        }
        for (var document : brought.keySet()) {
            if (!listed.contains(document)) {
                findings.wrong("content-not-listed", document);
            }
        }
    }

    private static List<Told> told(List<Item> items) {
        var told = new ArrayList<Told>();
        for (var item : items) {
            if (item.signed() instanceof Reminder reminder) {
                told.add(new Told(reminder, item.index()));
            }
        }
        return told;
    }

    private List<Line> lines(List<Item> items) {
        var lines = new ArrayList<Line>();
        for (var item : items) {
            var entry = enclosure.entries().get(item.index());
            if (entry == null) {
                continue;
            }
            if (item.signed() instanceof Act act) {
                lines.add(new Line(entry.time(), "act." + act.kind(), act.authority(), item.index()));
            } else if (item.signed() instanceof Receipt receipt) {
                lines.add(new Line(
                        receipt.time(), "receipt." + receipt.kind().code(), receipt.authority(), item.index()));
            }
        }
        return lines;
    }
}
