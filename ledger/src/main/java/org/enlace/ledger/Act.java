package org.enlace.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer does to a request, with the digests of the sealed content it brings ({@code exchange.md}, "Acts"). Whether the act may follow those before
 * it is a rule of the exchange, not of these bytes.
 *
 * @param act the act's own id
 * @param authority the author's authority
 * @param account the author
 * @param coded what the host may see of it; tells the kind
 * @param previous digest of the last act's JWS that the author had seen; null for {@code send}, never otherwise
 * @param clock the author's clock, UTC, whole milliseconds
 */
public record Act(
        UUID request,
        UUID act,
        String authority,
        UUID account,
        List<Content> content,
        Coded coded,
        @Nullable Hash previous,
        Instant clock)
        implements Signed {
    public static final String TYPE = "enlace-act+jws";

    private static final int MOST_CONTENT = 500;

    public Act {
        Fields.authority(authority);
        Encodings.time(clock);
        content = List.copyOf(content);
        if (content.size() > MOST_CONTENT) {
            throw new IllegalArgumentException("An act brings at most " + MOST_CONTENT + " documents.");
        }
        var documents = new HashSet<UUID>();
        for (var each : content) {
            if (!documents.add(each.document())) {
                throw new IllegalArgumentException("An act brings a document once.");
            }
        }
        if ((coded instanceof Send) != (previous == null)) {
            throw new IllegalArgumentException("Every act but the first names the one before.");
        }
    }

    /** The place of a document in an act. */
    public enum Role {
        FORM("form"),
        MESSAGE("message"),
        ATTACHMENT("attachment");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Role of(String code) {
            for (var role : values()) {
                if (role.code.equals(code)) {
                    return role;
                }
            }
            throw new Malformed("This role of a document is not known.");
        }
    }

    /**
     * One sealed document.
     *
     * @param sha256 of the sealed bytes
     * @param size of the sealed bytes
     */
    public record Content(UUID document, Role role, Hash sha256, long size) {
        public Content {
            if (size < 1) {
                throw new IllegalArgumentException("Sealed content is never empty.");
            }
        }

        static Content read(Json json) {
            var fields = Fields.of(json);
            var content = new Content(
                    fields.uuid("document"),
                    Role.of(fields.text("role")),
                    fields.hash("sha256"),
                    fields.number("size"));
            fields.end();
            return content;
        }

        Json json() {
            return new Payload()
                    .uuid("document", document)
                    .text("role", role.code())
                    .hash("sha256", sha256)
                    .number("size", size)
                    .json();
        }
    }

    /** The word for what was done: {@code send}, {@code open} and so on. */
    public String kind() {
        return coded.kind();
    }

    static Act read(Fields fields) {
        UUID request = fields.uuid("request");
        UUID act = fields.uuid("act");
        String kind = fields.text("kind");
        String authority = fields.text("authority");
        UUID account = fields.uuid("account");
        var content = fields.array("content").stream().map(Content::read).toList();
        var coded = Coded.read(kind, fields.next("coded"));
        return new Act(
                request, act, authority, account, content, coded, fields.hashOrNull("previous"), fields.time("clock"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] payload() {
        return Payload.ofVersionOne()
                .uuid("request", request)
                .uuid("act", act)
                .text("kind", kind())
                .text("authority", authority)
                .uuid("account", account)
                .array("content", content.stream().map(Content::json).toList())
                .json("coded", coded.json())
                .hash("previous", previous)
                .time("clock", clock)
                .encode();
    }

    @Override
    public Entry.Kind entryKind() {
        return Entry.Kind.ACT;
    }
}
