package org.enlace.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The public key of a witness with its name. A witness says of a checkpoint that it continues every one that it has seen, and when it saw it: C2SP
 * tlog-cosignature, {@code cosignature/v1} with Ed25519.
 */
public record WitnessKey(String name, VerifyingKey key) {
    private static final byte COSIGNATURE = 4;
    private static final int KEY_HASH = 4;
    private static final int LENGTH = KEY_HASH + Long.BYTES + VerifyingKey.SIGNATURE_LENGTH;

    /** @throws Malformed with a sentence telling which part is wrong */
    public static WitnessKey parse(String line) {
        var read = NoteKeyLine.parse(line, COSIGNATURE);
        return new WitnessKey(read.name(), read.key());
    }

    public static WitnessKey of(LogSigner witness) {
        return new WitnessKey(witness.name(), witness.key().verifyingKey());
    }

    /** The line that the witness hands to the operator. */
    public String line() {
        return read().text();
    }

    /**
     * When this witness cosigned the checkpoint, whole seconds of the witness's clock, UTC; the latest time if it did so more than once. Nothing if it did not, or
     * if a line in its name does not verify.
     */
    public Optional<Instant> cosigned(SignedNote checkpoint) {
        var times = checkpoint.signatures().stream()
                .filter(this::claims)
                .map(each -> at(each, checkpoint))
                .toList();
        return times.stream().allMatch(Optional::isPresent)
                ? times.stream().flatMap(Optional::stream).max(Instant::compareTo)
                : Optional.empty();
    }

    /** The checkpoint with the witness's line added, at the witness's clock counted in whole seconds. */
    public static SignedNote cosign(SignedNote checkpoint, LogSigner witness, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = witness.key().sign(signed(checkpoint, seconds));
        byte[] line = ByteBuffer.allocate(LENGTH)
                .put(of(witness).read().hash())
                .putLong(seconds)
                .put(signature)
                .array();
        return checkpoint.with(new SignedNote.Signature(witness.name(), Encodings.base64(line)));
    }

    /** The same line. */
    @Override
    public String toString() {
        return line();
    }

    private boolean claims(SignedNote.Signature signature) {
        byte[] line = Encodings.base64(signature.base64());
        return signature.name().equals(name) && Arrays.equals(line, 0, KEY_HASH, read().hash(), 0, KEY_HASH);
    }

    private Optional<Instant> at(SignedNote.Signature signature, SignedNote checkpoint) {
        byte[] line = Encodings.base64(signature.base64());
        if (line.length != LENGTH) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(line).getLong(KEY_HASH);
        byte[] bytes = Arrays.copyOfRange(line, KEY_HASH + Long.BYTES, LENGTH);
        return seconds > 0 && key.verifies(signed(checkpoint, seconds), bytes)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    private NoteKeyLine read() {
        return new NoteKeyLine(name, COSIGNATURE, key);
    }

    /** The bytes that a witness signs: the only place where they are written. */
    private static byte[] signed(SignedNote checkpoint, long seconds) {
        return Encodings.utf8("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text());
    }
}
