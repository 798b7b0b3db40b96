package org.enlace.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes an evidence package as a stream: nothing is held but the list. Everything is checked to belong together while it is written, so that a package that would not verify
 * is never made; whoever gets an exception must throw away what was written. Close it to finish the package; the stream it writes to stays open.
 */
public final class EvidenceWriter implements AutoCloseable {
    private final PackageZip zip;
    private final Cover cover;
    private final Checkpoint checkpoint;
    private final List<Manifest.Item> acts = new ArrayList<>();
    private final List<Manifest.Item> receipts = new ArrayList<>();
    private final List<Manifest.Item> keys = new ArrayList<>();
    private final List<Manifest.Content> content = new ArrayList<>();
    private final List<Manifest.Item> reminders = new ArrayList<>();
    private final Set<Long> entries = new HashSet<>();
    private final EvidenceText text;

    /**
     * What stands on the cover.
     *
     * @param request the request this is about
     * @param reference its reference, such as {@code PRY-2026-0001}; also in the file's name
     * @param made when the package is made, UTC, whole milliseconds
     * @param language of the plain statement: en, es, fr or pt
     * @param checkpoint the signed note that all proofs are for
     * @param logKey the key it is signed with
     */
    public record Cover(
            UUID request, String reference, Instant made, String language, String checkpoint, LogKey logKey) {
        /** The name the package is offered under. */
        public String fileName() {
            return "enlace-evidence-" + reference + ".zip";
        }
    }

    /**
     * Begins a package.
     *
     * @throws Malformed if the checkpoint is not signed by the log's key
     */
    public EvidenceWriter(OutputStream out, Cover cover) throws IOException {
        this.cover = cover;
        this.checkpoint = Checkpoint.verified(cover.checkpoint(), cover.logKey());
        this.text = new EvidenceText(cover, checkpoint);
        this.zip = new PackageZip(out, cover.made());
        zip.write(Manifest.CHECKPOINT, Encodings.utf8(cover.checkpoint()));
        zip.write(Manifest.LOG_KEY, Encodings.utf8(cover.logKey().line() + "\n"));
    }

    /** Adds an act; acts come in the order of their indexes. */
    public void act(Jws jws, byte[] entry, InclusionProof proof) throws IOException {
        if (!(add("acts", acts, jws, entry, proof) instanceof Act act)
                || !act.request().equals(cover.request())) {
            throw new IllegalArgumentException("This is no act on the request of the package.");
        }
        text.act(act, Entry.parse(entry).time(), proof.index());
    }

    /** Adds a receipt. */
    public void receipt(Jws jws, byte[] entry, InclusionProof proof) throws IOException {
        if (!(add("receipts", receipts, jws, entry, proof) instanceof Receipt receipt)
                || !receipt.request().equals(cover.request())) {
            throw new IllegalArgumentException("This is no receipt for the request of the package.");
        }
        text.receipt(receipt, proof.index());
    }

    /** Adds a reminder: that somebody was told, or could not be told, that nothing had happened. */
    public void reminder(Jws jws, byte[] entry, InclusionProof proof) throws IOException {
        if (!(add("reminders", reminders, jws, entry, proof) instanceof Reminder reminder)
                || !reminder.request().equals(cover.request())) {
            throw new IllegalArgumentException("This is no reminder of the request of the package.");
        }
        text.reminder(reminder, proof.index());
    }

    /** Adds a statement about keys: of both authorities and all officers that the acts rest on, the admitting ones included. */
    public void key(Jws jws, byte[] entry, InclusionProof proof) throws IOException {
        if (!(add("keys", keys, jws, entry, proof) instanceof Statement)) {
            throw new IllegalArgumentException("This is no statement about keys.");
        }
    }

    /** Lists sealed content that an act brought, without enclosing it. */
    public void contentLeftOut(UUID document, Hash sha256, long size) {
        content.add(new Manifest.Content(document, sha256, size, null));
    }

    /**
     * Lists sealed content and encloses it.
     *
     * @param sealed read to its end, not closed
     * @throws IllegalArgumentException if the bytes are not of this hash and size
     */
    public void content(UUID document, Hash sha256, long size, InputStream sealed) throws IOException {
        String file = Manifest.Content.file(document);
        var counted = new DigestInputStream(sealed, Hash.digest());
        long written = counted.transferTo(zip.beginSealed(file));
        zip.end();
        if (written != size || !Hash.of(counted.getMessageDigest().digest()).equals(sha256)) {
            throw new IllegalArgumentException(
                    "The sealed bytes of document " + document + " are not those that the act named.");
        }
        content.add(new Manifest.Content(document, sha256, size, file));
    }

    /** Writes the list and the plain statement, and finishes the archive. */
    @Override
    public void close() throws IOException {
        var manifest = new Manifest(
                cover.request(),
                cover.reference(),
                cover.made(),
                cover.language(),
                acts,
                receipts,
                keys,
                content,
                reminders);
        zip.write(Manifest.STATEMENT, Encodings.utf8(text.render(content)));
        zip.write(Manifest.FILE, manifest.encode());
        zip.finish();
    }

    private @Nullable Signed add(String folder, List<Manifest.Item> list, Jws jws, byte[] entry, InclusionProof proof)
            throws IOException {
        var logged = Entry.parse(entry);
        var signed = Signed.of(jws);
        boolean belongs = logged.digest().equals(jws.digest()) && logged.kind() == signed.entryKind();
        if (!belongs) {
            throw new IllegalArgumentException("This is not the entry of that signed thing.");
        }
        if (proof.size() != checkpoint.size() || !proof.proves(MerkleTree.leaf(entry), checkpoint.root())) {
            throw new IllegalArgumentException("This proof is not one of the package's checkpoint.");
        }
        var item = new Manifest.Item(Manifest.Item.file(folder, list.size() + 1), proof.index(), proof.hashes());
        list.add(item);
        zip.write(item.file(), Encodings.utf8(jws.compact()));
        if (entries.add(proof.index())) {
            zip.write(item.entryFile(), entry);
        }
        return signed;
    }
}
