package org.enlace.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The list of a carried file, version 1 ({@code carried.md}). It is not signed; it proves nothing by itself. */
record CarriedList(
        UUID request,
        Instant made,
        String language,
        List<String> acts,
        List<Copy> copies,
        List<Manifest.Item> keys,
        List<Manifest.Content> content) {
    static final String KIND = "enlace-carried";

    private static final int MOST = 2000;
    private static final Set<String> LANGUAGES = Set.of("en", "es", "fr", "pt");
    private static final Pattern ACT = Pattern.compile("acts/[0-9]{3,4}\\.jws");

    CarriedList {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("The language is en, es, fr or pt.");
        }
        Encodings.time(made);
        if (acts.isEmpty()
                || acts.size() > MOST
                || !acts.stream().allMatch(file -> ACT.matcher(file).matches())) {
            throw new IllegalArgumentException("Acts are numbered files, from 1 to " + MOST + ".");
        }
        acts = List.copyOf(acts);
        copies = List.copyOf(copies);
        keys = List.copyOf(keys);
        content = List.copyOf(content);
    }

    /** The request's key, sealed to one authority. */
    record Copy(String authority, int generation) {
        Copy {
            Fields.authority(authority);
            Fields.generation(generation);
        }

        String file() {
            return "copies/" + authority + ".age";
        }

        static Copy read(Json json) {
            var fields = Fields.of(json);
            var copy = new Copy(fields.text("authority"), fields.generation("generation"));
            fields.end();
            return copy;
        }

        Json json() {
            return new Payload()
                    .text("authority", authority)
                    .number("generation", generation)
                    .json();
        }
    }

    static String act(int number) {
        return "acts/%03d.jws".formatted(number);
    }

    byte[] encode() {
        return Payload.ofVersionOne()
                .text("kind", KIND)
                .uuid("request", request)
                .time("made", made)
                .text("language", language)
                .texts("acts", acts)
                .array("copies", copies.stream().map(Copy::json).toList())
                .array("keys", keys.stream().map(Manifest.Item::json).toList())
                .array("content", content.stream().map(Manifest.Content::json).toList())
                .encode();
    }

    /** Whether these bytes name themselves a carried file, of whatever version. */
    static boolean isOne(byte[] bytes) {
        return Json.parse(bytes, Manifest.MAX_BYTES) instanceof Json.Members list
                && list.members().get("kind") instanceof Json.Text kind
                && kind.text().equals(KIND);
    }

    /**
     * Reads the list.
     *
     * @throws Unknown if it is of a later version
     * @throws Malformed if it is no such list
     */
    static CarriedList parse(byte[] bytes) {
        var fields = Fields.ofVersionOne(Json.parse(bytes, Manifest.MAX_BYTES));
        try {
            fields.constant("kind", KIND);
            var list = new CarriedList(
                    fields.uuid("request"),
                    fields.time("made"),
                    fields.text("language"),
                    fields.texts("acts"),
                    fields.array("copies").stream().map(Copy::read).toList(),
                    fields.array("keys").stream().map(Manifest.Item::read).toList(),
                    fields.array("content").stream().map(Manifest.Content::read).toList());
            fields.end();
            return list;
        } catch (IllegalArgumentException refused) {
            throw new Malformed(String.valueOf(refused.getMessage()), refused);
        }
    }
}
