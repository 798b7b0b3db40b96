package org.enlace.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.Judgement.Contents;
import org.enlace.ledger.Judgement.Line;
import org.enlace.ledger.Officers.Item;
import org.enlace.ledger.Reason.CannotTell;
import org.jspecify.annotations.Nullable;

/** Reads an evidence package and judges it: every signature, digest and proof anew, with nothing but the package and, if the reader has it, the log's key. */
final class Evidence {
    private static final Set<String> FOLDERS = Set.of("acts", "receipts", "keys", "entries", "content");
    private static final Set<String> LOOSE =
            Set.of(Manifest.FILE, Manifest.STATEMENT, Manifest.CHECKPOINT, Manifest.LOG_KEY, Manifest.REQUEST_KEY);
    private static final int SMALL = 1 << 16;

    private final Archive archive;
    private final Findings findings = new Findings();
    private final Map<Long, Entry> entries = new HashMap<>();
    private final Set<String> named = new HashSet<>(LOOSE);

    private Evidence(Archive archive) {
        this.archive = archive;
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
        var enclosed = enclosedKey();
        if (known != null && enclosed.isPresent() && !known.equals(enclosed.get())) {
            findings.wrong("other-log-key");
        }
        var key = known != null ? known : enclosed.orElse(null);
        var checkpoint = key == null ? null : checkpoint(key);
        if (key == null || checkpoint == null) {
            return findings.judge(null);
        }

        var statements = items(manifest.keys(), "keys", checkpoint);
        var acts = items(manifest.acts(), "acts", checkpoint);
        var receipts = items(manifest.receipts(), "receipts", checkpoint);
        var officers = new Officers(statements);
        findings.wrong(officers.problems());
        var request = new RequestCheck(manifest, officers, findings);
        request.acts(acts);
        request.receipts(receipts, key.key());
        content(manifest, acts);
        strangers();
        return findings.judge(new Contents(
                manifest.reference(),
                manifest.request().toString(),
                manifest.made(),
                checkpoint,
                key,
                known != null,
                lines(acts),
                lines(receipts),
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

    private Optional<LogKey> enclosedKey() throws CannotTell {
        byte[] bytes = archive.bytes(Manifest.LOG_KEY, SMALL);
        try {
            if (bytes != null) {
                return Optional.of(LogKey.parse(Encodings.utf8(bytes).strip()));
            }
            findings.wrong("file-missing", Manifest.LOG_KEY);
        } catch (Malformed broken) {
            findings.wrong("file-unreadable", Manifest.LOG_KEY);
        }
        return Optional.empty();
    }

    private @Nullable Checkpoint checkpoint(LogKey key) throws CannotTell {
        byte[] bytes = archive.bytes(Manifest.CHECKPOINT, SMALL);
        try {
            if (bytes != null) {
                return Checkpoint.verified(Encodings.utf8(bytes), key);
            }
            findings.wrong("file-missing", Manifest.CHECKPOINT);
        } catch (Malformed refused) {
            findings.wrong("checkpoint");
        }
        return null;
    }

    private List<Item> items(List<Manifest.Item> listed, String folder, Checkpoint checkpoint) throws CannotTell {
        var items = new ArrayList<Item>();
        for (var each : listed) {
            boolean inPlace = each.file().startsWith(folder + "/");
            if (!inPlace || !named.add(each.file())) {
                findings.wrong("listed-twice", each.file());
            } else {
                item(each, checkpoint).ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<Item> item(Manifest.Item listed, Checkpoint checkpoint) throws CannotTell {
        var jws = jws(listed.file());
        var signed = jws.flatMap(each -> signed(each, listed.file()));
        var entry = entry(listed, checkpoint);
        if (jws.isEmpty() || signed.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        boolean same = entry.get().digest().equals(jws.get().digest())
                && entry.get().kind() == signed.get().entryKind()
                && Objects.equals(entry.get().subject(), signed.get().subject());
        if (!same) {
            findings.wrong("entry-of-another", listed.file(), listed.index());
            return Optional.empty();
        }
        return Optional.of(new Item(listed.file(), listed.index(), jws.get(), signed.get()));
    }

    private Optional<Jws> jws(String file) throws CannotTell {
        byte[] bytes = archive.bytes(file, Jws.MAX_LENGTH);
        if (bytes == null) {
            findings.wrong("file-missing", file);
            return Optional.empty();
        }
        try {
            return Optional.of(Jws.parse(Encodings.utf8(bytes)));
        } catch (Malformed broken) {
            findings.wrong("file-unreadable", file);
            return Optional.empty();
        }
    }

    private Optional<Signed> signed(Jws jws, String file) {
        try {
            return Optional.of(Signed.of(jws));
        } catch (Unknown later) {
            findings.unclear("later-kind", file);
        } catch (Malformed broken) {
            findings.wrong("file-unreadable", file);
        }
        return Optional.empty();
    }

    /** The entry, if its bytes are proved to stand at the index under the checkpoint. */
    private Optional<Entry> entry(Manifest.Item listed, Checkpoint checkpoint) throws CannotTell {
        named.add(listed.entryFile());
        byte[] bytes = archive.bytes(listed.entryFile(), Entry.MAX_BYTES);
        if (bytes == null) {
            findings.wrong("file-missing", listed.entryFile());
            return Optional.empty();
        }
        try {
            var proof = new InclusionProof(listed.index(), checkpoint.size(), listed.proof());
            if (!proof.proves(MerkleTree.leaf(bytes), checkpoint.root())) {
                findings.wrong("not-included", listed.file(), listed.index());
                return Optional.empty();
            }
            var entry = Entry.parse(bytes);
            entries.put(listed.index(), entry);
            return Optional.of(entry);
        } catch (Unknown later) {
            findings.unclear("later-kind", listed.entryFile());
        } catch (Malformed broken) {
            findings.wrong("not-included", listed.file(), listed.index());
        }
        return Optional.empty();
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
            enclosed(each);
        }
        for (var document : brought.keySet()) {
            if (!listed.contains(document)) {
                findings.wrong("content-not-listed", document);
            }
        }
    }

    private void enclosed(Manifest.Content content) throws CannotTell {
        String file = content.file();
        if (file == null) {
            return;
        }
        named.add(file);
        if (!archive.has(file)) {
            findings.wrong("file-missing", file);
            return;
        }
        var counted = archive.count(file);
        if (counted.size() != content.size() || !counted.sha256().equals(content.sha256())) {
            findings.wrong("content-altered", file);
        }
    }

    /** Files that the list does not name prove nothing; where they pose as part of the evidence, that is said and counts. */
    private void strangers() {
        for (String name : archive.names()) {
            if (named.contains(name)) {
                continue;
            }
            int slash = name.indexOf('/');
            if (slash > 0 && FOLDERS.contains(name.substring(0, slash))) {
                findings.wrong("not-listed", name);
            } else {
                findings.note("stranger", name);
            }
        }
    }

    private List<Line> lines(List<Item> items) {
        var lines = new ArrayList<Line>();
        for (var item : items) {
            var entry = entries.get(item.index());
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
