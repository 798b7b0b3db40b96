package org.enlace.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list of an evidence package, version 1: what is in it and where each thing stands in the log. It is not signed; it proves nothing by itself.
 *
 * @param reminders came later, and are left out where there are none: so packages without them are read by every program, and packages of before by this one
 */
record Manifest(
        UUID request,
        String reference,
        Instant made,
        String language,
        List<Item> acts,
        List<Item> receipts,
        List<Item> keys,
        List<Content> content,
        List<Item> reminders) {
    static final String FILE = "manifest.json";
    static final String STATEMENT = "statement.txt";
    static final String CHECKPOINT = "checkpoint";
    static final String LOG_KEY = "log-key";
    static final String REQUEST_KEY = "request-key.txt";
    static final int MAX_BYTES = 32 << 20;

    private static final String KIND = "enlace-evidence";
    private static final Set<String> LANGUAGES = Set.of("en", "es", "fr", "pt");
    private static final Pattern SIGNED_FILE = Pattern.compile("(acts|receipts|keys|reminders)/[0-9]{3,5}\\.jws");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    Manifest {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("A reference is made of letters, digits, dots and hyphens.");
        }
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("The language is en, es, fr or pt.");
        }
        Encodings.time(made);
        acts = List.copyOf(acts);
        receipts = List.copyOf(receipts);
        keys = List.copyOf(keys);
        content = List.copyOf(content);
        reminders = List.copyOf(reminders);
    }

    /** A signed thing of the package, with its place in the log and the proof of it under the enclosed checkpoint. */
    record Item(String file, long index, List<Hash> proof) {
        Item {
            if (!SIGNED_FILE.matcher(file).matches()) {
                throw new IllegalArgumentException(
                        "A signed thing is a numbered file of acts, receipts, keys or reminders.");
            }
            proof = List.copyOf(proof);
        }

        static String file(String folder, int number) {
            return "%s/%03d.jws".formatted(folder, number);
        }

        String entryFile() {
            return entryFile(index);
        }

        static String entryFile(long index) {
            return "entries/" + index;
        }

        static Item read(Json json) {
            var fields = Fields.of(json);
            var item = new Item(
                    fields.text("file"),
                    fields.number("index"),
                    fields.array("proof").stream().map(Item::hash).toList());
            fields.end();
            return item;
        }

        Json json() {
            return new Payload()
                    .text("file", file)
                    .number("index", index)
                    .array(
                            "proof",
                            proof.stream()
                                    .map(hash -> (Json) new Json.Text(hash.base64()))
                                    .toList())
                    .json();
        }

        private static Hash hash(Json json) {
            if (json instanceof Json.Text text) {
                return Hash.ofBase64(text.text());
            }
            throw new Malformed("A proof is a list of hashes in base64.");
        }
    }

    /** A sealed document that an act brought; {@code file} is null where it is not enclosed. */
    record Content(
            UUID document, Hash sha256, long size, @Nullable String file) {
        Content {
            if (file != null && !file.equals(file(document))) {
                throw new IllegalArgumentException("Enclosed content is named after its document.");
            }
        }

        static String file(UUID document) {
            return "content/" + document + ".age";
        }

        static Content read(Json json) {
            var fields = Fields.of(json);
            var content = new Content(
                    fields.uuid("document"), fields.hash("sha256"), fields.number("size"), fields.textOrNull("file"));
            fields.end();
            return content;
        }

        Json json() {
            return new Payload()
                    .uuid("document", document)
                    .hash("sha256", sha256)
                    .number("size", size)
                    .text("file", file)
                    .json();
        }
    }

    byte[] encode() {
        var list = Payload.ofVersionOne()
                .text("kind", KIND)
                .uuid("request", request)
                .text("reference", reference)
                .time("made", made)
                .text("language", language)
                .array("acts", acts.stream().map(Item::json).toList())
                .array("receipts", receipts.stream().map(Item::json).toList())
                .array("keys", keys.stream().map(Item::json).toList())
                .array("content", content.stream().map(Content::json).toList());
        return (reminders.isEmpty()
                        ? list
                        : list.array(
                                "reminders", reminders.stream().map(Item::json).toList()))
                .encode();
    }

    /**
     * Reads the list.
     *
     * @throws Unknown if it is of a later version
     * @throws Malformed if it is no such list
     */
    static Manifest parse(byte[] bytes) {
        var fields = Fields.ofVersionOne(Json.parse(bytes, MAX_BYTES));
        try {
            fields.constant("kind", KIND);
            var manifest = new Manifest(
                    fields.uuid("request"),
                    fields.text("reference"),
                    fields.time("made"),
                    fields.text("language"),
                    fields.array("acts").stream().map(Item::read).toList(),
                    fields.array("receipts").stream().map(Item::read).toList(),
                    fields.array("keys").stream().map(Item::read).toList(),
                    fields.array("content").stream().map(Content::read).toList(),
                    fields.hasMore()
                            ? fields.array("reminders").stream().map(Item::read).toList()
                            : List.of());
            fields.end();
            return manifest;
        } catch (IllegalArgumentException refused) {
            throw new Malformed(String.valueOf(refused.getMessage()), refused);
        }
    }
}
