package org.enlace.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.enlace.Refused;
import org.springframework.stereotype.Component;

/** The definitions this program knows, read and checked once at start. */
@Component
public class Forms {

    public static final String PRESERVATION = "preservation/1";
    /** The instrument of that form: under another, there is no form yet. */
    public static final String PRESERVATION_UNDER = "budapest";

    public static final String PRESERVATION_ANSWER = "preservation-answer/1";

    private final Map<String, Published> bySlug = new LinkedHashMap<>();

    Forms() {
        publish(PRESERVATION);
        publish(PRESERVATION_ANSWER);
    }

    /** By name and version, as signed acts carry it. */
    public Form require(String name) {
        return find(name.replace('/', '-')).map(Published::form).orElseThrow(Refused::absent);
    }

    /** By the name used in addresses: {@code preservation-1}. */
    Optional<Published> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    private void publish(String name) {
        var slug = name.replace('/', '-');
        try (var stream = Forms.class.getResourceAsStream(slug + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("no definition of " + name);
            }
            var bytes = stream.readAllBytes();
            var form = FormReader.read(bytes);
            if (!form.form().equals(name)) {
                throw new IllegalStateException(slug + " defines " + form.form());
            }
            bySlug.put(slug, new Published(form, new String(bytes, StandardCharsets.UTF_8), tag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A definition.
     *
     * @param definition the very text that browsers read
     * @param tag changes with the text
     */
    record Published(Form form, String definition, String tag) {}
}
