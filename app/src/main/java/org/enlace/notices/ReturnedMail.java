package org.enlace.notices;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail server's report that it could not deliver a notice and will not try again (RFC 3464). Anybody can write to the mailbox of returns; a report counts only
 * when it names the random id of a notice, which besides us only those who carried that mail have seen.
 */
record ReturnedMail(UUID notice, String reason) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LARGEST_PART = 1 << 16;
    private static final int LONGEST_REASON = 200;

    /** Reads a mail that lies in the mailbox of returns; empty for reports of a delay, for automatic answers, for everything else. */
    static Optional<ReturnedMail> read(Message mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        String reason = null;
        UUID notice = toWhom(mail);
        for (int at = 0; at < report.getCount(); at++) {
            var part = report.getBodyPart(at);
            if (part.isMimeType("message/delivery-status")) {
                reason = failure(part);
            } else if (notice == null
                    && (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers"))) {
                notice = id(headers(part).getHeader("Message-ID"));
            }
        }
        return notice == null || reason == null ? Optional.empty() : Optional.of(new ReturnedMail(notice, reason));
    }

    /** The id in the address the report was sent to: servers that return no headers still send to the sender on the envelope. */
    private static @Nullable UUID toWhom(Message mail) throws MessagingException {
        for (var header : new String[] {"To", "Delivered-To", "X-Original-To"}) {
            var id = id(mail.getHeader(header));
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static @Nullable UUID id(String @Nullable [] lines) {
        return Stream.ofNullable(lines)
                .flatMap(Arrays::stream)
                .map(ID::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> UUID.fromString(found.group()))
                .findFirst()
                .orElse(null);
    }

    /** Why it was given up, or null when it was not: the first block is about the mail, each further one about a recipient, of whom a notice has one. */
    private static @Nullable String failure(Part status) throws MessagingException, IOException {
        var blocks = new ByteArrayInputStream(start(status));
        while (blocks.available() > 0) {
            var block = new InternetHeaders(blocks);
            var code = first(block, "Status");
            if ("failed".equalsIgnoreCase(first(block, "Action").strip()) && (code.isEmpty() || code.startsWith("5"))) {
                return shortened(code + ' ' + first(block, "Diagnostic-Code"));
            }
        }
        return null;
    }

    private static InternetHeaders headers(Part part) throws MessagingException, IOException {
        return new InternetHeaders(new ByteArrayInputStream(start(part)));
    }

    private static byte[] start(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return stream.readNBytes(LARGEST_PART);
        }
    }

    private static String first(InternetHeaders block, String name) {
        var value = block.getHeader(name, null);
        return value == null ? "" : value;
    }

    private static String shortened(String said) {
        var line = said.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
