package org.enlace.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.ledger.Officers.Item;
import org.enlace.ledger.Reason.CannotTell;
import org.jspecify.annotations.Nullable;

/**
 * A carried file, read and judged without any server ({@code carried.md}): every signature, digest and proof anew. Its acts are not in the log yet; who may sign them
 * is told by the statements enclosed, as the log had them when the file was made.
 */
public final class CarriedFile implements AutoCloseable {
    private static final Set<String> FOLDERS = Set.of("acts", "copies", "keys", "entries", "content");
    private static final Set<String> LOOSE =
            Set.of(Manifest.FILE, Manifest.STATEMENT, Manifest.CHECKPOINT, Manifest.LOG_KEY);
    private static final int LONGEST_COPY = 4096;

    private final @Nullable Archive archive;
    private final Findings findings = new Findings();
    private final List<Written> acts = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();
    private @Nullable CarriedList list;
    private @Nullable LogKey key;
    private @Nullable String note;
    private Judgement judgement;

    /** What the check came to. */
    public enum Verdict {
        VALID,
        NOT_VALID,
        CANNOT_TELL
    }

    /** An act as it was signed. */
    public record Written(Jws jws, Act act) {}

    /** The request's key, sealed to one authority. */
    public static final class Copy {
        private final CarriedList.Copy listed;
        private final byte[] sealed;

        private Copy(CarriedList.Copy listed, byte[] sealed) {
            this.listed = listed;
            this.sealed = sealed.clone();
        }

        /** @throws IllegalArgumentException if there is no such authority or generation */
        public static Copy of(String authority, int generation, byte[] sealed) {
            return new Copy(new CarriedList.Copy(authority, generation), sealed);
        }

        public String authority() {
            return listed.authority();
        }

        public int generation() {
            return listed.generation();
        }

        /** The age file. */
        public byte[] sealed() {
            return sealed.clone();
        }
    }

    private CarriedFile(@Nullable Archive archive, Judgement judgement) {
        this.archive = archive;
        this.judgement = judgement;
    }

    /**
     * Reads and judges a file. Close it after use.
     *
     * @param known the log's key as the reader has it from elsewhere, or null
     */
    public static CarriedFile open(Path path, @Nullable LogKey known) {
        Archive archive = null;
        try {
            archive = Archive.open(path);
            // Closed with the file that is answered, or below.
            var file = new CarriedFile(archive, new Judgement(Judgement.Verdict.VALID, List.of(), List.of(), null));
            file.judgement = file.read(archive, known);
            return file;
        } catch (CannotTell unreadable) {
            if (archive != null) {
                archive.close();
            }
            return new CarriedFile(null, Judgement.cannotTell(unreadable.reason()));
        }
    }

    /** Whether a file names itself a carried one; whether it holds is another question. */
    static boolean isOne(Path path) {
        try (var archive = Archive.open(path)) {
            byte[] bytes = archive.bytes(Manifest.FILE, Manifest.MAX_BYTES);
            return bytes != null && CarriedList.isOne(bytes);
        } catch (CannotTell | Malformed unreadable) {
            return false;
        }
    }

    public Verdict verdict() {
        return Verdict.valueOf(judgement.verdict().name());
    }

    /** Why it is not valid or cannot be told, in one of the four languages. */
    public List<String> reasons(String language) {
        var words = new Sentences(language);
        return judgement.reasons().stream().map(words::say).toList();
    }

    /** The verdict in one of the four languages. */
    public String verdict(String language) {
        return new Sentences(language).say("verdict." + judgement.verdict());
    }

    /** Whether enough could be read to look into it; never without looking at {@link #verdict} too. */
    public boolean isReadable() {
        return list != null && !acts.isEmpty() && key != null;
    }

    public UUID request() {
        return require(list).request();
    }

    public Instant made() {
        return require(list).made();
    }

    /** In the order in which they were signed. */
    public List<Written> acts() {
        return List.copyOf(acts);
    }

    public List<Copy> copies() {
        return List.copyOf(copies);
    }

    public LogKey logKey() {
        return require(key);
    }

    /** The signed checkpoint that the enclosed statements are proved under. */
    public String checkpoint() {
        return require(note);
    }

    /** How many entries the log had then. */
    public long size() {
        return Checkpoint.verified(checkpoint(), logKey()).size();
    }

    /** The statements about keys that are enclosed, for whoever carries the file on; of a valid file only. */
    public List<Logged> keys() {
        var keys = new ArrayList<Logged>();
        for (var item : require(list).keys()) {
            var proof = new InclusionProof(item.index(), size(), item.proof());
            keys.add(new Logged(Jws.parse(Encodings.utf8(bytes(item.file()))), bytes(item.entryFile()), proof));
        }
        return keys;
    }

    /** Whether the sealed bytes that an act named are here. */
    public boolean has(UUID document) {
        return archive != null && archive.has(Manifest.Content.file(document));
    }

    /**
     * Copies sealed content.
     *
     * @throws IOException if it is not here, or the archive is damaged
     */
    public void content(UUID document, OutputStream out) throws IOException {
        try {
            require(archive).stream(Manifest.Content.file(document), (InputStream in) -> in.transferTo(out));
        } catch (CannotTell damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
        }
    }

    private Judgement read(Archive from, @Nullable LogKey known) throws CannotTell {
        var enclosure = new Enclosure(from, findings, FOLDERS, LOOSE);
        list = list(from);
        var enclosed = enclosure.enclosedKey();
        if (known != null && enclosed.isPresent() && !known.equals(enclosed.get())) {
            findings.wrong("other-log-key");
        }
        key = known != null ? known : enclosed.orElse(null);
        var checkpoint = key == null ? null : enclosure.checkpoint(key);
        if (checkpoint == null) {
            return findings.judge(null);
        }
        note = Encodings.utf8(bytes(Manifest.CHECKPOINT));
        var officers = new Officers(enclosure.items(list.keys(), "keys", checkpoint));
        findings.wrong(officers.problems());
        var items = acts(enclosure, list, checkpoint.size());
        new RequestCheck(list.request(), officers, findings).acts(items);
        copies(from, enclosure, list, officers);
        content(enclosure, list);
        enclosure.strangers();
        return findings.judge(null);
    }

    private static CarriedList list(Archive archive) throws CannotTell {
        byte[] bytes = archive.bytes(Manifest.FILE, Manifest.MAX_BYTES);
        if (bytes == null) {
            throw new CannotTell("no-manifest");
        }
        try {
            return CarriedList.parse(bytes);
        } catch (Unknown later) {
            throw new CannotTell("later-version");
        } catch (Malformed broken) {
            throw new CannotTell("manifest-unreadable");
        }
    }

    /** Acts that are in no log have their place after everything that is in it. */
    private List<Item> acts(Enclosure enclosure, CarriedList from, long size) throws CannotTell {
        var items = new ArrayList<Item>();
        for (String file : from.acts()) {
            if (!enclosure.name(file)) {
                findings.wrong("listed-twice", file);
                continue;
            }
            var jws = enclosure.jws(file);
            var signed = jws.flatMap(each -> enclosure.signed(each, file));
            if (jws.isPresent() && signed.isPresent()) {
                items.add(new Item(file, size + items.size(), jws.get(), signed.get()));
                if (signed.get() instanceof Act act) {
                    acts.add(new Written(jws.get(), act));
                }
            }
        }
        return items;
    }

    private void copies(Archive from, Enclosure enclosure, CarriedList listed, Officers officers) throws CannotTell {
        for (var copy : listed.copies()) {
            byte[] sealed = from.bytes(copy.file(), LONGEST_COPY);
            if (sealed == null) {
                findings.wrong("file-missing", copy.file());
            } else if (!enclosure.name(copy.file())) {
                findings.wrong("listed-twice", copy.file());
            } else if (officers.recipient(copy.authority(), copy.generation()).isEmpty()) {
                findings.unclear("authority-unknown", copy.authority());
            } else {
                copies.add(new Copy(copy, sealed));
            }
        }
    }

    private void content(Enclosure enclosure, CarriedList from) throws CannotTell {
        Map<UUID, Act.Content> brought = new HashMap<>();
        acts.forEach(each -> each.act().content().forEach(one -> brought.put(one.document(), one)));
        var listed = new HashSet<UUID>();
        for (var each : from.content()) {
            var sealed = Optional.ofNullable(brought.get(each.document()))
                    .filter(one -> one.sha256().equals(each.sha256()) && one.size() == each.size());
            if (!listed.add(each.document()) || sealed.isEmpty()) {
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

    /** A small file that was read before, so it is there and of a bearable size. */
    private byte[] bytes(String file) {
        try {
            return require(require(archive).bytes(file, Jws.MAX_LENGTH));
        } catch (CannotTell damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    private static <T> T require(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Nothing of this file could be read.");
        }
        return part;
    }
}
