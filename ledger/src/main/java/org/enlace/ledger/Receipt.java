package org.enlace.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * What the host confirms with the log's key: that an act arrived, whom it was sealed to, when, and where it stands in the log ({@code exchange.md}, "Receipts").
 *
 * @param receipt the receipt's own id
 * @param digest of the act's JWS
 * @param authority the authority that what the act brought, or took away, is for: the requested one, except for results
 * @param recipientKey the key of that authority that the request's own key was sealed to
 * @param time the server's time of the act, UTC, whole milliseconds
 * @param index the act's index in the log
 */
public record Receipt(
        UUID receipt,
        Kind kind,
        UUID request,
        UUID act,
        Hash digest,
        String authority,
        String recipientKey,
        int generation,
        Instant time,
        long index)
        implements Signed {
    public static final String TYPE = "enlace-receipt+jws";

    /** What is confirmed, and by the act of which kind it came about. */
    public enum Kind {
        DELIVERED("delivered", "send"),
        OPENED("opened", "open"),
        TAKEN_IN_CHARGE("taken-in-charge", "take-in-charge"),
        /** The request was withdrawn before anybody had opened it, and can never be opened. */
        RECALLED("recalled", "withdraw"),
        /** Another authority of the requested state has the request; it is the one that the receipt names. */
        TRANSFERRED("transferred", "transfer"),
        /** The result arrived at the requesting authority, which the receipt names. */
        RESULT_DELIVERED("result-delivered", "result");

        private final String code;
        private final String actKind;

        Kind(String code, String actKind) {
            this.code = code;
            this.actKind = actKind;
        }

        public String code() {
            return code;
        }

        /** The {@code kind} of the act it is for. */
        public String actKind() {
            return actKind;
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new Unknown("This kind of receipt is not known to this program."));
        }
    }

    public Receipt {
        Fields.authority(authority);
        Fields.recipient(recipientKey);
        Fields.generation(generation);
        Encodings.time(time);
        if (index < 0) {
            throw new IllegalArgumentException("An index in the log is not negative.");
        }
    }

    static Receipt read(Fields fields) {
        return new Receipt(
                fields.uuid("receipt"),
                Kind.of(fields.text("kind")),
                fields.uuid("request"),
                fields.uuid("act"),
                fields.hash("digest"),
                fields.text("authority"),
                fields.text("recipientKey"),
                fields.generation("generation"),
                fields.time("time"),
                fields.number("index"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] payload() {
        return Payload.ofVersionOne()
                .uuid("receipt", receipt)
                .text("kind", kind.code())
                .uuid("request", request)
                .uuid("act", act)
                .hash("digest", digest)
                .text("authority", authority)
                .text("recipientKey", recipientKey)
                .number("generation", generation)
                .time("time", time)
                .number("index", index)
                .encode();
    }

    @Override
    public Entry.Kind entryKind() {
        return Entry.Kind.RECEIPT;
    }
}
