package org.enlace.offline;

import com.fasterxml.uuid.Generators;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.ledger.Act;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.CarriedWriter;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.LogKey;
import org.enlace.ledger.Logged;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A carried file that is being put together: what came in it, what is signed and sealed now. Until it is written, what is sealed waits in a folder that is removed
 * afterwards; nothing in clear is ever written.
 */
final class Parcel implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Which cannot be told to bring a folder onto the disk. */
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    private final Unlocked officer;
    private final UUID request;
    private final Clock clock;
    private final Path folder;
    private final List<Written> acts = new ArrayList<>();
    private final List<CarriedFile.Copy> copies = new ArrayList<>();
    private final Map<UUID, Path> sealed = new LinkedHashMap<>();

    /** An act with its bytes and its digest. */
    record Written(Jws jws, Act act) {}

    /** @param beside the file that will be written: what waits is kept in the same place */
    Parcel(Unlocked officer, UUID request, Clock clock, Path beside) throws IOException {
        this.officer = officer;
        this.request = request;
        this.clock = clock;
        this.folder = passing(Files.createTempDirectory(folderOf(beside), ".enlace-"));
    }

    /** Gone when the tool ends, also where it is broken off; only a computer that loses power leaves it. */
    static Path passing(Path file) {
        file.toFile().deleteOnExit();
        return file;
    }

    static Path folderOf(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of(".") : parent;
    }

    Unlocked officer() {
        return officer;
    }

    List<Written> acts() {
        return List.copyOf(acts);
    }

    Hash last() {
        return acts.getLast().jws().digest();
    }

    void bring(CarriedFile file) {
        file.acts().forEach(each -> acts.add(new Written(each.jws(), each.act())));
        copies.addAll(file.copies());
    }

    void copy(String authority, int generation, byte[] bytes) {
        copies.add(CarriedFile.Copy.of(authority, generation, bytes));
    }

    Act.Content seal(Act.Role role, Object json, Age.Identity key) throws IOException {
        return seal(role, new ByteArrayInputStream(JSON.writeValueAsBytes(json)), key);
    }

    /** Seals files and answers how a form or message names them; their contents are added to what the act brings. */
    List<Named> attach(List<SealAnswers.Attached> files, List<Act.Content> brought, Age.Identity key)
            throws IOException {
        var named = new ArrayList<Named>();
        for (var each : files) {
            var path = Path.of(each.path());
            if (!Files.isRegularFile(path)) {
                throw new Trouble("attachment.missing", path);
            }
            try (var plain = Files.newInputStream(path)) {
                named.add(attach(String.valueOf(path.getFileName()), each.type(), plain, brought, key)
                        .as(each));
            }
        }
        return named;
    }

    /** The same of one file, of which nothing more is said. */
    Named attach(String name, String type, InputStream from, List<Act.Content> brought, Age.Identity key)
            throws IOException {
        var plain = new Digesting(from, sha256());
        var content = seal(Act.Role.ATTACHMENT, plain, key);
        brought.add(content);
        return new Named(
                content.document(),
                name,
                type,
                content.sha256().hex(),
                content.size(),
                plain.digested(),
                null,
                null,
                null,
                null);
    }

    /** Signs an act and puts it behind the others. */
    void sign(Coded coded, List<Act.Content> content, @Nullable Hash previous) {
        var act = act(coded, content, previous);
        acts.add(new Written(officer.sign(act), act));
    }

    Act act(Coded coded, List<Act.Content> content, @Nullable Hash previous) {
        return new Act(
                request,
                Generators.timeBasedEpochRandomGenerator().generate(),
                officer.kit().authority(),
                officer.account(),
                content,
                coded,
                previous,
                now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Writes the file whole or not at all, in place of the one that is there; it is on the disk once this returns.
     *
     * @param keys statements on which both authorities' keys rest, under that checkpoint
     * @param from the file that this one answers, or null
     */
    void write(Path out, List<Logged> keys, String checkpoint, LogKey log, @Nullable CarriedFile from)
            throws IOException {
        var language = officer.kit().language();
        var part = passing(folder.resolve("whole"));
        try (var stream = new BufferedOutputStream(Files.newOutputStream(part));
                var writer =
                        new CarriedWriter(stream, new CarriedWriter.Cover(request, now(), language, checkpoint, log))) {
            for (var each : acts) {
                writer.act(each.jws());
            }
            for (var copy : copies) {
                writer.copy(copy.authority(), copy.generation(), copy.sealed());
            }
            for (var key : keys) {
                writer.key(key);
            }
            for (var each : acts) {
                for (var content : each.act().content()) {
                    pour(content, writer, from);
                }
            }
        }
        force(part, StandardOpenOption.WRITE);
        Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        if (!IS_WINDOWS) {
            force(folderOf(out), StandardOpenOption.READ);
        }
    }

    @Override
    public void close() throws IOException {
        try (var left = Files.list(folder)) {
            for (var file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void pour(Act.Content content, CarriedWriter writer, @Nullable CarriedFile from) throws IOException {
        var waiting = sealed.get(content.document());
        if (waiting != null) {
            writer.content(content, out -> Files.copy(waiting, out));
        } else if (from != null && from.has(content.document())) {
            writer.content(content, out -> from.content(content.document(), out));
        } else {
            writer.contentLeftOut(content);
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    private Act.Content seal(Act.Role role, InputStream plain, Age.Identity key) throws IOException {
        var document = Generators.timeBasedEpochRandomGenerator().generate();
        var file = passing(folder.resolve(document.toString()));
        var digest = sha256();
        try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            Age.seal(plain, key.recipient(), out);
        }
        sealed.put(document, file);
        return new Act.Content(document, role, Hash.of(digest.digest()), Files.size(file));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
