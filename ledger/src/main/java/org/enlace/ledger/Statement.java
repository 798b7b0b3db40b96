package org.enlace.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers state about keys, for all to see in the log ({@code exchange.md}, "Statements about keys"). Times are the author's clock, UTC. */
public sealed interface Statement extends Signed {
    /** The author's clock. */
    Instant time();

    /** The two keys of an officer: to seal to, and to check signatures with. Signed by that very key. */
    record OfficerKey(UUID account, String recipient, VerifyingKey key, Instant time) implements Statement {
        public static final String TYPE = "enlace-officer-key+jws";

        public OfficerKey {
            Fields.recipient(recipient);
            Encodings.time(time);
        }

        static OfficerKey read(Fields fields) {
            return new OfficerKey(
                    fields.uuid("account"),
                    fields.text("recipient"),
                    VerifyingKey.of(Encodings.base64url(fields.text("key"))),
                    fields.time("time"));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public byte[] payload() {
            return Payload.ofVersionOne()
                    .uuid("account", account)
                    .text("recipient", recipient)
                    .text("key", Encodings.base64url(key.raw()))
                    .time("time", time)
                    .encode();
        }

        @Override
        public Entry.Kind entryKind() {
            return Entry.Kind.OFFICER_KEY;
        }

        @Override
        public String subject() {
            return "officer:" + account;
        }
    }

    /**
     * One generation of the key that an authority is sealed to.
     *
     * @param generation from 1
     * @param paper recipient of the recovery sheet this generation is sealed to, or null where there is none
     * @param paperKey the key that the sheet signs admissions with; null exactly when {@code paper} is
     * @param previous digest of the statement of the generation before; null for the first
     */
    record AuthorityKey(
            String authority,
            int generation,
            String recipient,
            @Nullable String paper,
            @Nullable VerifyingKey paperKey,
            @Nullable Hash previous,
            Instant time)
            implements Statement {
        public static final String TYPE = "enlace-authority-key+jws";

        public AuthorityKey {
            Fields.authority(authority);
            Fields.generation(generation);
            Fields.recipient(recipient);
            if (paper != null) {
                Fields.recipient(paper);
            }
            if ((paper == null) != (paperKey == null)) {
                throw new IllegalArgumentException("A recovery sheet has a recipient and a key, or neither.");
            }
            Encodings.time(time);
            if ((generation == 1) != (previous == null)) {
                throw new IllegalArgumentException("Every generation but the first names the one before.");
            }
        }

        static AuthorityKey read(Fields fields) {
            return new AuthorityKey(
                    fields.text("authority"),
                    fields.generation("generation"),
                    fields.text("recipient"),
                    fields.textOrNull("paper"),
                    key(fields.textOrNull("paperKey")),
                    fields.hashOrNull("previous"),
                    fields.time("time"));
        }

        private static @Nullable VerifyingKey key(@Nullable String raw) {
            return raw == null ? null : VerifyingKey.of(Encodings.base64url(raw));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public byte[] payload() {
            return Payload.ofVersionOne()
                    .text("authority", authority)
                    .number("generation", generation)
                    .text("recipient", recipient)
                    .text("paper", paper)
                    .text("paperKey", paperKey == null ? null : Encodings.base64url(paperKey.raw()))
                    .hash("previous", previous)
                    .time("time", time)
                    .encode();
        }

        @Override
        public Entry.Kind entryKind() {
            return Entry.Kind.AUTHORITY_KEY;
        }

        @Override
        public String subject() {
            return "authority:" + authority;
        }
    }

    /**
     * An officer of the authority lets a colleague in.
     *
     * @param generation the generation whose key was sealed to the newcomer
     * @param officerKey digest of the newcomer's officer-key statement
     */
    record Admission(String authority, int generation, UUID account, Hash officerKey, Instant time)
            implements Statement {
        public static final String TYPE = "enlace-admission+jws";

        public Admission {
            Fields.authority(authority);
            Fields.generation(generation);
            Encodings.time(time);
        }

        static Admission read(Fields fields) {
            return new Admission(
                    fields.text("authority"),
                    fields.generation("generation"),
                    fields.uuid("account"),
                    fields.hash("officerKey"),
                    fields.time("time"));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public byte[] payload() {
            return Payload.ofVersionOne()
                    .text("authority", authority)
                    .number("generation", generation)
                    .uuid("account", account)
                    .hash("officerKey", officerKey)
                    .time("time", time)
                    .encode();
        }

        @Override
        public Entry.Kind entryKind() {
            return Entry.Kind.ADMISSION;
        }

        @Override
        public String subject() {
            return "authority:" + authority;
        }
    }

    /** An officer of the authority states that a colleague has left it. */
    record Departure(String authority, int generation, UUID account, Instant time) implements Statement {
        public static final String TYPE = "enlace-departure+jws";

        public Departure {
            Fields.authority(authority);
            Fields.generation(generation);
            Encodings.time(time);
        }

        static Departure read(Fields fields) {
            return new Departure(
                    fields.text("authority"),
                    fields.generation("generation"),
                    fields.uuid("account"),
                    fields.time("time"));
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public byte[] payload() {
            return Payload.ofVersionOne()
                    .text("authority", authority)
                    .number("generation", generation)
                    .uuid("account", account)
                    .time("time", time)
                    .encode();
        }

        @Override
        public Entry.Kind entryKind() {
            return Entry.Kind.DEPARTURE;
        }

        @Override
        public String subject() {
            return "authority:" + authority;
        }
    }
}
