package org.enlace.ledger;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a request, and what was done to it, as one file that any means may carry ({@code carried.md}). Close it to finish the file; the stream it writes to stays open.
 * Whoever gets an exception must throw away what was written.
 */
public final class CarriedWriter implements AutoCloseable {
    private final PackageZip zip;
    private final Cover cover;
    private final Checkpoint checkpoint;
    private final List<String> acts = new ArrayList<>();
    private final List<CarriedList.Copy> copies = new ArrayList<>();
    private final List<Manifest.Item> keys = new ArrayList<>();
    private final List<Manifest.Content> content = new ArrayList<>();
    private final Set<Long> entries = new HashSet<>();

    /**
     * What the file is about.
     *
     * @param made when, UTC, whole milliseconds
     * @param language of the plain statement: en, es, fr or pt
     * @param checkpoint the signed note that all proofs are for
     * @param logKey the key it is signed with
     */
    public record Cover(UUID request, Instant made, String language, String checkpoint, LogKey logKey) {
        /** The name such a file is offered under. It names nobody: it is read on its way. */
        public String fileName() {
            return "enlace-" + request + ".zip";
        }
    }

    /**
     * Begins a file.
     *
     * @throws Malformed if the checkpoint is not signed by the log's key
     */
    public CarriedWriter(OutputStream out, Cover cover) throws IOException {
        this.cover = cover;
        this.checkpoint = Checkpoint.verified(cover.checkpoint(), cover.logKey());
        this.zip = new PackageZip(out, cover.made());
        zip.write(Manifest.CHECKPOINT, Encodings.utf8(cover.checkpoint()));
        zip.write(Manifest.LOG_KEY, Encodings.utf8(cover.logKey().line() + "\n"));
        zip.write(Manifest.STATEMENT, Encodings.utf8(statement()));
    }

    /** Adds an act; acts come in the order in which they were signed. */
    public void act(Jws jws) throws IOException {
        if (!(Signed.of(jws) instanceof Act act) || !act.request().equals(cover.request())) {
            throw new IllegalArgumentException("This is no act on the request of the file.");
        }
        String file = CarriedList.act(acts.size() + 1);
        acts.add(file);
        zip.write(file, Encodings.utf8(jws.compact()));
    }

    /** Adds the request's key, sealed to one authority. */
    public void copy(String authority, int generation, byte[] sealed) throws IOException {
        var copy = new CarriedList.Copy(authority, generation);
        copies.add(copy);
        zip.write(copy.file(), sealed);
    }

    /** Adds a statement about keys. */
    public void key(Logged logged) throws IOException {
        if (logged.proof().size() != checkpoint.size()) {
            throw new IllegalArgumentException("This proof is not one of the file's checkpoint.");
        }
        var proof = logged.proof();
        var item = new Manifest.Item(Manifest.Item.file("keys", keys.size() + 1), proof.index(), proof.hashes());
        keys.add(item);
        zip.write(item.file(), Encodings.utf8(logged.jws().compact()));
        if (entries.add(proof.index())) {
            zip.write(item.entryFile(), logged.entry());
        }
    }

    /**
     * Adds sealed content that an act brought.
     *
     * @param sealed read to its end, not closed
     * @throws IllegalArgumentException if the bytes are not those that the act named
     */
    public void content(Act.Content brought, InputStream sealed) throws IOException {
        content(brought, sealed::transferTo);
    }

    /** The same, from whatever can pour it out. */
    public void content(Act.Content brought, Source source) throws IOException {
        String file = Manifest.Content.file(brought.document());
        var digest = Hash.digest();
        long[] written = {0};
        source.pour(new FilterOutputStream(zip.beginSealed(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                digest.update(bytes, offset, length);
                written[0] += length;
                out.write(bytes, offset, length);
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }
        });
        zip.end();
        boolean same = written[0] == brought.size() && Hash.of(digest.digest()).equals(brought.sha256());
        if (!same) {
            throw new IllegalArgumentException("The sealed bytes are not those that the act named.");
        }
        content.add(new Manifest.Content(brought.document(), brought.sha256(), brought.size(), file));
    }

    /** Sealed bytes, wherever they are. */
    public interface Source {
        /** Writes all of them; does not close. */
        void pour(OutputStream out) throws IOException;
    }

    /** Lists content that whoever writes the file cannot give. */
    public void contentLeftOut(Act.Content brought) {
        content.add(new Manifest.Content(brought.document(), brought.sha256(), brought.size(), null));
    }

    @Override
    public void close() throws IOException {
        var list = new CarriedList(cover.request(), cover.made(), cover.language(), acts, copies, keys, content);
        zip.write(Manifest.FILE, list.encode());
        zip.finish();
    }

    private String statement() {
        var words = new Sentences(cover.language());
        return words.say("carried.statement", cover.request().toString(), EvidenceText.time(cover.made()));
    }
}
