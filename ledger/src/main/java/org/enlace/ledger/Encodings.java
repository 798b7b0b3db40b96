package org.enlace.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** The spellings that all our bytes share. Each has one spelling only: what reads as a value must be written back the same, or it is refused. */
final class Encodings {
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DAY)
            .appendPattern("'T'HH:mm:ss.SSS'Z'")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private Encodings() {}

    static byte[] base64(String text) {
        return decode(Base64.getDecoder(), Base64.getEncoder(), text, "standard base64 with padding");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] base64url(String text) {
        return decode(
                Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding(), text, "base64url without padding");
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(Base64.Decoder decoder, Base64.Encoder encoder, String text, String form) {
        try {
            byte[] bytes = decoder.decode(text);
            if (encoder.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException refused) {
            throw new Malformed("This is not " + form + ".", refused);
        }
        throw new Malformed("This is not " + form + ".");
    }

    /** UTF-8 without repair: a byte that cannot be read is refused, where the String constructor would quietly put another in its place. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException refused) {
            throw new Malformed("This is not UTF-8 text.", refused);
        }
    }

    /** UTF-8 without repair in the other direction: half a surrogate pair stops the act. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException refused) {
            throw new IllegalArgumentException("This text cannot be written as UTF-8.", refused);
        }
    }

    /** UTC with milliseconds. Finer times are refused, not cut: what was signed must be what is kept. */
    static String time(Instant time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
            throw new IllegalArgumentException("A time in signed bytes has whole milliseconds.");
        }
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("A year has four digits.");
        }
        return INSTANT.format(time);
    }

    static Instant time(String text) {
        try {
            return INSTANT.parse(text, Instant::from);
        } catch (DateTimeException refused) {
            throw new Malformed("A time is written YYYY-MM-DDTHH:MM:SS.mmmZ.", refused);
        }
    }

    static String day(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > 9999) {
            throw new IllegalArgumentException("A year has four digits.");
        }
        return DAY.format(day);
    }

    static LocalDate day(String text) {
        try {
            return DAY.parse(text, LocalDate::from);
        } catch (DateTimeException refused) {
            throw new Malformed("A date is written YYYY-MM-DD.", refused);
        }
    }

    static UUID uuid(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException refused) {
            throw new Malformed("An id is a lowercase UUID with hyphens.", refused);
        }
        throw new Malformed("An id is a lowercase UUID with hyphens.");
    }

    /** A count or index: decimal, no sign, no leading zero, within a signed 64-bit number. */
    static long count(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= 19
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (!digits || (text.length() > 1 && text.startsWith("0"))) {
            throw new Malformed("A count is written in decimal digits without leading zeros.");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw new Malformed("This count is too large.", tooLarge);
        }
    }
}
