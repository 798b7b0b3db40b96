package org.enlace.ledger;

import java.util.regex.Pattern;

/**
 * What a log says of itself: its origin, how many entries it has, and the root over them (C2SP tlog-checkpoint).
 *
 * @param origin the log's name, also the name of its key
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern LINE = Pattern.compile("[^\\n]+");

    public Checkpoint {
        if (!LINE.matcher(origin).matches()) {
            throw new Malformed("The origin of a checkpoint is one line of text.");
        }
        if (size < 0) {
            throw new Malformed("A log has no negative size.");
        }
        if (size == 0 && !root.equals(MerkleTree.EMPTY_ROOT)) {
            throw new Malformed("The root of an empty log is the hash of nothing.");
        }
    }

    /** The text that is signed: the only place where it is written. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Signed by the log's key, which must bear the origin as its name. */
    public SignedNote signedBy(LogSigner signer) {
        if (!signer.name().equals(origin)) {
            throw new IllegalArgumentException("A log signs its checkpoints under its own origin.");
        }
        return SignedNote.sign(text(), signer);
    }

    /** Reads the text of a checkpoint; lines after the third are extensions and are allowed. The signature is not looked at. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !text.endsWith("\n")) {
            throw new Malformed("A checkpoint has three lines: origin, size and root.");
        }
        for (int at = 0; at < lines.length - 1; at++) {
            if (lines[at].isEmpty()) {
                throw new Malformed("A checkpoint has no empty line.");
            }
        }
        return new Checkpoint(lines[0], Encodings.count(lines[1]), Hash.ofBase64(lines[2]));
    }

    /**
     * Reads a published checkpoint and checks it against the key one knows.
     *
     * @throws Malformed if it is no checkpoint, is of another log, or is not signed by this key
     */
    public static Checkpoint verified(String note, LogKey key) {
        var signed = SignedNote.parse(note);
        var checkpoint = parse(signed.text());
        if (!checkpoint.origin.equals(key.name())) {
            throw new Malformed("This checkpoint is of another log.");
        }
        if (!signed.isSignedBy(key)) {
            throw new Malformed("This checkpoint is not signed by the log's key.");
        }
        return checkpoint;
    }
}
