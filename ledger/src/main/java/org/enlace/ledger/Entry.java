package org.enlace.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the custody log: that a thing with this digest was entered, at this time of the server's clock. It holds no content and, for acts,
 * does not tell who wrote to whom.
 *
 * @param id UUIDv7 of the entry
 * @param time the time of the act's transaction, UTC, whole milliseconds
 * @param subject whom the thing is about, for the kinds that have one; otherwise null
 * @param digest SHA-256 over the exact bytes of the thing
 */
public record Entry(
        Kind kind, UUID id, Instant time, @Nullable String subject, Hash digest) {
    public static final int MAX_BYTES = 1024;

    private static final String VERSION = "enlace-entry/v1";
    private static final Pattern SUBJECT = Pattern.compile("[a-z0-9:._/-]{1,128}");

    /** What is entered. The list is closed: an entry of another kind is read as {@link Unknown} and proves only that it is there. */
    public enum Kind {
        ACT("act", null),
        RECEIPT("receipt", null),
        OFFICER_KEY("officer-key", "officer:"),
        AUTHORITY_KEY("authority-key", "authority:"),
        ADMISSION("admission", "authority:"),
        DEPARTURE("departure", "authority:"),
        SCRIPT("script", "script:"),
        RELEASE("release", null),
        REFUSAL("refusal", null),
        REMINDER("reminder", null);

        private final String code;
        private final @Nullable String subjectPrefix;

        Kind(String code, @Nullable String subjectPrefix) {
            this.code = code;
            this.subjectPrefix = subjectPrefix;
        }

        /** The word that stands in the entry's bytes. */
        public String code() {
            return code;
        }

        /** The kind of this code, or nothing when this program does not know it. */
        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }

        private boolean takes(@Nullable String subject) {
            if (subjectPrefix == null || subject == null) {
                return subjectPrefix == null && subject == null;
            }
            return SUBJECT.matcher(subject).matches()
                    && subject.startsWith(subjectPrefix)
                    && subject.length() > subjectPrefix.length();
        }
    }

    /**
     * An entry that can be written.
     *
     * @throws IllegalArgumentException if the kind and the subject do not fit, the id is not UUIDv7, or the time has parts of a millisecond
     */
    public Entry {
        if (!kind.takes(subject)) {
            throw new IllegalArgumentException("The subject does not fit an entry of kind " + kind.code + ".");
        }
        if (id.version() != 7 || id.variant() != 2) {
            throw new IllegalArgumentException("The id of an entry is a UUIDv7.");
        }
        Encodings.time(time);
    }

    /** The declared bytes: the only place where an entry is written. */
    public byte[] encode() {
        var text = new StringBuilder(256)
                .append(VERSION)
                .append("\nkind ")
                .append(kind.code)
                .append("\nid ")
                .append(id)
                .append("\ntime ")
                .append(Encodings.time(time));
        if (subject != null) {
            text.append("\nsubject ").append(subject);
        }
        text.append("\ndigest sha256:").append(digest.hex()).append('\n');
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("An entry has at most " + MAX_BYTES + " bytes.");
        }
        return bytes;
    }

    /**
     * Reads an entry; only bytes that {@link #encode()} could have written are taken.
     *
     * @throws Unknown if the version line or the kind is not known
     * @throws Malformed if the bytes are not an entry
     */
    public static Entry parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new Malformed("An entry has at most " + MAX_BYTES + " bytes.");
        }
        for (byte letter : bytes) {
            if (letter != '\n' && (letter < 0x20 || letter > 0x7e)) {
                throw new Malformed("An entry is ASCII text.");
            }
        }
        String[] lines = new String(bytes, StandardCharsets.US_ASCII).split("\n", -1);
        if (!lines[0].equals(VERSION)) {
            if (lines[0].startsWith("enlace-entry/v")) {
                throw new Unknown("This entry has a version this program does not know.");
            }
            throw new Malformed("The first line of an entry is " + VERSION + ".");
        }
        var entry = read(lines);
        if (!Arrays.equals(entry.encode(), bytes)) {
            throw new Malformed("An entry has its lines in the declared order and spelling.");
        }
        return entry;
    }

    private static Entry read(String[] lines) {
        if (lines.length < 6 || lines.length > 7) {
            throw new Malformed("An entry has five or six lines.");
        }
        String code = value(lines[1], "kind ");
        var kind = Kind.of(code).orElseThrow(() -> new Unknown("This entry is of a kind this program does not know."));
        boolean withSubject = lines.length == 7;
        try {
            return new Entry(
                    kind,
                    Encodings.uuid(value(lines[2], "id ")),
                    Encodings.time(value(lines[3], "time ")),
                    withSubject ? value(lines[4], "subject ") : null,
                    Hash.ofHex(value(lines[withSubject ? 5 : 4], "digest sha256:")));
        } catch (IllegalArgumentException refused) {
            throw new Malformed(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static String value(String line, String prefix) {
        if (!line.startsWith(prefix)) {
            throw new Malformed("An entry lacks its line \"" + prefix.strip() + "\".");
        }
        return line.substring(prefix.length());
    }
}
