package org.enlace.ledger;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the host signs with the log's key when it does not take something that an officer or a case system sent: what that was, why, and who has to do something now
 * ({@code exchange.md}, "Refusals"). An answer that is not signed could be a network's, and could be denied.
 *
 * @param refusal the record's own id: the reference that people give each other
 * @param code the reason, as in the answer
 * @param authority whose officer or case system sent it
 * @param account that officer or case system
 * @param time the server's, UTC, whole milliseconds
 * @param log the newest checkpoint at that moment: not earlier than that can this have been said
 * @param entered whether the digest of this record was entered into the log; of an account that is refused without end not everything is (decision 0061)
 */
public record SignedRefusal(
        UUID refusal,
        String code,
        Next next,
        What what,
        String authority,
        UUID account,
        Instant time,
        Reached log,
        boolean entered)
        implements Signed {
    public static final String TYPE = "enlace-refusal+jws";

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Who has to do something for it to go on. */
    public enum Next implements Spelled {
        /** Whoever sent it: correct it and sign again. */
        AUTHOR("author"),
        /** Others of the author's authority. */
        AUTHORITY("authority"),
        /** The other side. */
        COUNTERPART("counterpart"),
        /** Nobody: it has happened already, or never can. */
        NOBODY("nobody");

        private final String code;

        Next(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What can be refused. */
    public enum Kind implements Spelled {
        /** An act: the id is the act's, the digest that of its JWS. */
        ACT("act"),
        /** A piece of a sealed file: the id is the file's, the digest that of the bytes that arrived. */
        CHUNK("chunk"),
        /** A sealed file as a whole: the id is the file's, the digest that of all bytes that arrived. */
        FILE("file");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * What was refused.
     *
     * @param request that it was meant for; it need not exist
     */
    public record What(Kind kind, UUID request, UUID id, Hash digest) {}

    /** How far the log was. */
    public record Reached(long size, Hash root) {
        public Reached {
            if (size < 0) {
                throw new IllegalArgumentException("A log has no negative size.");
            }
        }
    }

    public SignedRefusal {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("The code of a refusal is made of capital letters, digits and _.");
        }
        Fields.authority(authority);
        Encodings.time(time);
    }

    static SignedRefusal read(Fields fields) {
        return new SignedRefusal(
                fields.uuid("refusal"),
                fields.text("code"),
                fields.oneOf("next", Next.values()),
                new What(
                        fields.oneOf("kind", Kind.values()),
                        fields.uuid("request"),
                        fields.uuid("id"),
                        fields.hash("digest")),
                fields.text("authority"),
                fields.uuid("account"),
                fields.time("time"),
                new Reached(fields.number("size"), fields.hash("root")),
                fields.truth("entered"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] payload() {
        return Payload.ofVersionOne()
                .uuid("refusal", refusal)
                .text("code", code)
                .text("next", next.code())
                .text("kind", what.kind().code())
                .uuid("request", what.request())
                .uuid("id", what.id())
                .hash("digest", what.digest())
                .text("authority", authority)
                .uuid("account", account)
                .time("time", time)
                .number("size", log.size())
                .hash("root", log.root())
                .json("entered", new Json.Truth(entered))
                .encode();
    }

    @Override
    public Entry.Kind entryKind() {
        return Entry.Kind.REFUSAL;
    }
}
