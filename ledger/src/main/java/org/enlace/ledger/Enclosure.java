package org.enlace.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.enlace.ledger.Officers.Item;
import org.enlace.ledger.Reason.CannotTell;
import org.jspecify.annotations.Nullable;

/** What every package of ours has: a checkpoint, the log's key, signed things with their entries and proofs, sealed content. Says what of it does not hold, and gives the rest. */
final class Enclosure {
    private static final int SMALL = 1 << 16;

    private final Archive archive;
    private final Findings findings;
    private final Set<String> folders;
    private final Set<String> named;
    private final Map<Long, Entry> entries = new HashMap<>();

    /**
     * @param folders whose files must all be listed
     * @param loose other files that belong there
     */
    Enclosure(Archive archive, Findings findings, Set<String> folders, Set<String> loose) {
        this.archive = archive;
        this.findings = findings;
        this.folders = folders;
        this.named = new HashSet<>(loose);
    }

    /** The entries that are proved, by their indexes. */
    Map<Long, Entry> entries() {
        return entries;
    }

    /** Notes that the list names this file. @return false if it did so before */
    boolean name(String file) {
        return named.add(file);
    }

    Optional<LogKey> enclosedKey() throws CannotTell {
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

    @Nullable
    Checkpoint checkpoint(LogKey key) throws CannotTell {
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

    List<Item> items(List<Manifest.Item> listed, String folder, Checkpoint checkpoint) throws CannotTell {
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

    Optional<Jws> jws(String file) throws CannotTell {
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

    Optional<Signed> signed(Jws jws, String file) {
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

    /** Whether the enclosed bytes are those that were named; what is not enclosed is not looked at. */
    void content(Manifest.Content content) throws CannotTell {
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
    void strangers() {
        for (String name : archive.names()) {
            if (named.contains(name)) {
                continue;
            }
            int slash = name.indexOf('/');
            if (slash > 0 && folders.contains(name.substring(0, slash))) {
                findings.wrong("not-listed", name);
            } else {
                findings.note("stranger", name);
            }
        }
    }
}
