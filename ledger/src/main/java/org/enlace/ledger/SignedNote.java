package org.enlace.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text with signature lines: C2SP signed-note, byte for byte what Go's {@code sumdb/note} writes and reads.
 *
 * @param text the signed text, ending in a line feed
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int MAX_SIGNATURES = 100;
    private static final int MAX_LENGTH = 1_000_000;

    /**
     * One signature line.
     *
     * @param name of the key
     * @param base64 of four bytes that tell keys of one name apart, and the signature
     */
    public record Signature(String name, String base64) {
        private static final int KEY_HASH = 4;

        public Signature {
            if (!LogKey.isName(name)) {
                throw new Malformed("A signature line of this note is not well formed.");
            }
            if (Encodings.base64(base64).length <= KEY_HASH) {
                throw new Malformed("A signature of this note is too short.");
            }
        }

        static Signature by(LogSigner signer, byte[] signed) {
            var both = new ByteArrayOutputStream();
            both.writeBytes(signer.logKey().hash());
            both.writeBytes(signer.key().sign(signed));
            return new Signature(signer.name(), Encodings.base64(both.toByteArray()));
        }

        /** @throws Malformed if it is no signature line */
        public static Signature parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) {
                throw new Malformed("A signature line of this note is not well formed.");
            }
            return new Signature(parts[0], parts[1]);
        }

        /** The line as it stands in a note, with its line feed. */
        public String line() {
            return DASH + name + " " + base64 + "\n";
        }

        private boolean claims(LogKey key) {
            return name.equals(key.name())
                    && Arrays.equals(Encodings.base64(base64), 0, KEY_HASH, key.hash(), 0, KEY_HASH);
        }

        private boolean verifies(LogKey key, byte[] signed) {
            byte[] both = Encodings.base64(base64);
            return key.key().verifies(signed, Arrays.copyOfRange(both, KEY_HASH, both.length));
        }
    }

    public SignedNote {
        if (!isText(text)) {
            throw new Malformed("The text of a note ends in a line feed and has no other control characters.");
        }
        signatures = List.copyOf(signatures);
    }

    /** A note signed by each of these. */
    public static SignedNote sign(String text, LogSigner... signers) {
        var note = new SignedNote(text, List.of());
        for (var signer : signers) {
            note = note.with(signer);
        }
        return note;
    }

    /** This note with one more signature. */
    public SignedNote with(LogSigner signer) {
        return with(Signature.by(signer, Encodings.utf8(text)));
    }

    /** This note with one more line. */
    public SignedNote with(Signature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    public static SignedNote parse(String note) {
        if (note.length() > MAX_LENGTH) {
            throw new Malformed("This note is too long.");
        }
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 >= note.length()) {
            throw new Malformed("A note has a text, an empty line and at least one signature.");
        }
        String[] lines = note.substring(gap + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new Malformed("A note has at most " + MAX_SIGNATURES + " signatures.");
        }
        return new SignedNote(
                note.substring(0, gap + 1),
                Arrays.stream(lines).map(Signature::parse).toList());
    }

    /** Whether this key signed. A line that bears the key's name and hash but whose signature is wrong makes the whole note refused. */
    public boolean isSignedBy(LogKey key) {
        var own = signatures.stream().filter(signature -> signature.claims(key)).toList();
        byte[] signed = Encodings.utf8(text);
        return !own.isEmpty() && own.stream().allMatch(signature -> signature.verifies(key, signed));
    }

    /** The text as it is published. */
    public String encode() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    private static boolean isText(String text) {
        return text.endsWith("\n") && text.chars().noneMatch(letter -> letter < 0x20 && letter != '\n');
    }
}
