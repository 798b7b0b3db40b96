package org.enlace.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of {@code docs/protocols/vectors} that this module answers for. Run it from the folder {@code ledger} when vectors are added; a vector that is there
 * never changes its bytes, which {@code VectorsAreStableTests} holds.
 */
final class VectorsWriter {
    private static final List<String> CT_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final int BOUND = 17;

    private static final Conditions GUARDED = new Conditions(
            Conditions.Tlp.AMBER_STRICT,
            Conditions.Handling.H1,
            Conditions.Purpose.INFORM,
            Conditions.Leave.NONE,
            Conditions.Leave.ASK);

    private VectorsWriter() {}

    public static void main(String[] args) throws IOException {
        Files.createDirectories(VectorFiles.FOLDER);
        for (var file : List.of("log.json", "note.json", "entry.json", "jws.json", "signed.json")) {
            Files.writeString(VectorFiles.FOLDER.resolve(file), render(file));
        }
    }

    static String render(String file) {
        var members = switch (file) {
            case "log.json" -> log();
            case "note.json" -> note();
            case "entry.json" -> entry();
            case "jws.json" -> jws();
            case "signed.json" -> signed();
            default -> throw new IllegalArgumentException(file);
        };
        return lines((Json.Members) members.json());
    }

    private static Payload log() {
        var ct = new MemoryLog();
        CT_LEAVES.forEach(leaf -> ct.append(HexFormat.of().parseHex(leaf)));
        var tree = new MemoryLog();
        for (int at = 0; at < BOUND; at++) {
            tree.append(("leaf " + at).getBytes(StandardCharsets.US_ASCII));
        }
        var large = new MemoryLog();
        for (int at = 0; at < 1000; at++) {
            large.append(("leaf " + at).getBytes(StandardCharsets.US_ASCII));
        }
        var inclusion = new ArrayList<Json>();
        var consistency = new ArrayList<Json>();
        for (int size = 1; size <= BOUND; size++) {
            for (int index = 0; index < size; index++) {
                inclusion.add(inclusion(tree, index, size).json());
            }
        }
        for (int to = 1; to <= BOUND; to++) {
            for (int from = 1; from <= to; from++) {
                consistency.add(consistency(tree, from, to).json());
            }
        }
        for (int[] pair : new int[][] {{0, 1000}, {255, 1000}, {256, 1000}, {511, 513}, {999, 1000}}) {
            inclusion.add(inclusion(large, pair[0], pair[1]).json());
        }
        for (int[] pair : new int[][] {{1, 1000}, {255, 256}, {256, 1000}, {257, 999}, {512, 1000}, {999, 1000}}) {
            consistency.add(consistency(large, pair[0], pair[1]).json());
        }
        return new Payload()
                .text(
                        "about",
                        "Merkle tree of RFC 6962; hashes and leaves of \"published\" in hex, proofs in base64; leaf i of all other trees is the ASCII text \"leaf i\". See README.md.")
                .json("published", published(ct))
                .array("roots", roots(large))
                .array("inclusion", inclusion)
                .array("consistency", consistency)
                .array("refusedInclusion", refusedInclusion(tree))
                .array("refusedConsistency", refusedConsistency(tree))
                .array("tiles", tiles())
                .array(
                        "refusedTiles",
                        texts(
                                "tile/0",
                                "tile/0/",
                                "tile/0/0",
                                "tile/0/00",
                                "tile/0/0001",
                                "tile/0/x000/001",
                                "tile/0/001/002",
                                "tile/64/000",
                                "tile/-1/000",
                                "tile/00/000",
                                "tile/0/000.p/0",
                                "tile/0/000.p/256",
                                "tile/0/000.p/01",
                                "tile/0/000.p/-1",
                                "tile/0/000/",
                                "/tile/0/000",
                                "tile/data/000",
                                "tile/entries/x1/000",
                                "tile/0/x0001/000",
                                "tile/0/000.P/1"));
    }

    private static Json published(MemoryLog ct) {
        var roots = new ArrayList<Json>();
        for (int size = 0; size <= CT_LEAVES.size(); size++) {
            roots.add(new Json.Text(ct.root(size).hex()));
        }
        var inclusion = new ArrayList<Json>();
        var consistency = new ArrayList<Json>();
        for (int size = 1; size <= CT_LEAVES.size(); size++) {
            for (int index = 0; index < size; index++) {
                inclusion.add(inclusion(ct, index, size).json());
            }
            for (int from = 1; from <= size; from++) {
                consistency.add(consistency(ct, from, size).json());
            }
        }
        return new Payload()
                .text("source", "leaf inputs and roots of the test data of the certificate-transparency project")
                .array(
                        "leaves",
                        CT_LEAVES.stream()
                                .map(leaf -> (Json) new Json.Text(leaf))
                                .toList())
                .array("roots", roots)
                .array("inclusion", inclusion)
                .array("consistency", consistency)
                .json();
    }

    private static List<Json> roots(MemoryLog tree) {
        var roots = new ArrayList<Json>();
        for (int size : new int[] {
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 255, 256, 257, 511, 512, 513, 999, 1000
        }) {
            roots.add(new Payload()
                    .number("size", size)
                    .text("root", tree.root(size).base64())
                    .json());
        }
        return roots;
    }

    private static Payload inclusion(MemoryLog tree, long index, long size) {
        return new Payload()
                .number("index", index)
                .number("size", size)
                .array("proof", base64(InclusionProof.of(index, size, tree).hashes()));
    }

    private static Payload consistency(MemoryLog tree, long from, long to) {
        return new Payload()
                .number("from", from)
                .number("to", to)
                .array("proof", base64(ConsistencyProof.of(from, to, tree).hashes()));
    }

    private static List<Json> refusedInclusion(MemoryLog tree) {
        var good = InclusionProof.of(5, 13, tree).hashes();
        var refused = new ArrayList<Json>();
        refused.add(wrongInclusion("another leaf", 5, 13, 6, 13, good));
        refused.add(wrongInclusion("another index", 4, 13, 5, 13, good));
        refused.add(wrongInclusion("a size with a shorter path", 5, 8, 5, 13, good));
        refused.add(wrongInclusion("the root of another size", 5, 13, 5, 12, good));
        refused.add(wrongInclusion("last hash missing", 5, 13, 5, 13, good.subList(0, good.size() - 1)));
        refused.add(wrongInclusion("one hash too many", 5, 13, 5, 13, plus(good, MerkleTree.EMPTY_ROOT)));
        refused.add(wrongInclusion("two hashes swapped", 5, 13, 5, 13, swapped(good)));
        refused.add(wrongInclusion("empty proof", 5, 13, 5, 13, List.of()));
        return refused;
    }

    private static Json wrongInclusion(String why, long index, long size, int leaf, int rootOf, List<Hash> proof) {
        return new Payload()
                .text("why", why)
                .number("index", index)
                .number("size", size)
                .number("leaf", leaf)
                .number("rootOf", rootOf)
                .array("proof", base64(proof))
                .json();
    }

    private static List<Json> refusedConsistency(MemoryLog tree) {
        var good = ConsistencyProof.of(6, 13, tree).hashes();
        var refused = new ArrayList<Json>();
        refused.add(wrongConsistency("old root of another size", 6, 13, 5, 13, good));
        refused.add(wrongConsistency("new root of another size", 6, 13, 6, 12, good));
        refused.add(wrongConsistency("another old size", 5, 13, 6, 13, good));
        refused.add(wrongConsistency("last hash missing", 6, 13, 6, 13, good.subList(0, good.size() - 1)));
        refused.add(wrongConsistency("one hash too many", 6, 13, 6, 13, plus(good, MerkleTree.EMPTY_ROOT)));
        refused.add(wrongConsistency("two hashes swapped", 6, 13, 6, 13, swapped(good)));
        refused.add(wrongConsistency("empty proof", 6, 13, 6, 13, List.of()));
        refused.add(wrongConsistency("equal sizes with a hash", 6, 6, 6, 6, List.of(tree.root(6))));
        refused.add(wrongConsistency("equal sizes, unequal roots", 6, 6, 6, 7, List.of()));
        return refused;
    }

    private static Json wrongConsistency(
            String why, long from, long to, int oldRootOf, int newRootOf, List<Hash> proof) {
        return new Payload()
                .text("why", why)
                .number("from", from)
                .number("to", to)
                .number("oldRootOf", oldRootOf)
                .number("newRootOf", newRootOf)
                .array("proof", base64(proof))
                .json();
    }

    private static List<Json> tiles() {
        var tiles = new ArrayList<Json>();
        for (var tile : List.of(
                TilePath.complete(0, 0),
                TilePath.complete(0, 999),
                TilePath.complete(0, 1000),
                TilePath.complete(0, 1_234_067),
                new TilePath(0, 1_234_067, 1),
                new TilePath(1, 3, 255),
                TilePath.complete(63, 0),
                TilePath.complete(TilePath.ENTRIES, 0),
                new TilePath(TilePath.ENTRIES, 7_812, 64))) {
            tiles.add(new Payload()
                    .text("path", tile.path())
                    .text("level", tile.isEntries() ? "entries" : Integer.toString(tile.level()))
                    .number("index", tile.index())
                    .number("width", tile.width())
                    .json());
        }
        return tiles;
    }

    private static Payload note() {
        String key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        String text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var peter = LogSigner.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        var witness = new LogSigner("witness.example", Story.seed("a witness"));
        var own = Story.told().checkpoint();
        var empty = new Checkpoint(Story.ORIGIN, 0, MerkleTree.EMPTY_ROOT);
        String note = own.signedBy(Story.LOG).encode();
        String logKey = Story.LOG.logKey().line();
        var signed = List.of(
                signedNote("the example of Go's sumdb/note", peter, SignedNote.sign(text, peter)),
                signedNote("a checkpoint", Story.LOG, own.signedBy(Story.LOG)),
                signedNote("the checkpoint of an empty log", Story.LOG, empty.signedBy(Story.LOG)),
                signedNote("with a witness", Story.LOG, own.signedBy(Story.LOG).with(witness)));
        var refused = List.of(
                refusedNote(
                        "text altered",
                        key,
                        SignedNote.sign(text, peter).encode().replace("cryptography", "cryptographY")),
                refusedNote(
                        "signed by another", key, SignedNote.sign(text, witness).encode()),
                refusedNote(
                        "another key under the same name",
                        new LogKey(Story.ORIGIN, Story.seed("a thief").verifyingKey()).line(),
                        note),
                refusedNote("signature altered", logKey, withAlteredSignature(own.signedBy(Story.LOG))),
                refusedNote(
                        "one good and one wrong signature of the same key",
                        logKey,
                        note
                                + SignedNote.sign(text, Story.LOG)
                                        .signatures()
                                        .getFirst()
                                        .line()),
                refusedNote("no empty line", logKey, note.replace("\n\n", "\n")),
                refusedNote("no final line feed", logKey, note.strip()),
                refusedNote("hyphen instead of dash", logKey, note.replace("\u2014", "-")),
                refusedNote("carriage returns", logKey, note.replace("\n", "\r\n")),
                refusedNote("unsigned", logKey, own.text() + "\n"));
        return new Payload()
                .text("about", "C2SP signed notes and checkpoints; texts with \\n as they are. See README.md.")
                .array("signed", signed)
                .array("refused", refused)
                .array("checkpoints", List.of(checkpoint(own), checkpoint(empty)))
                .array(
                        "refusedCheckpoints",
                        texts(
                                Story.ORIGIN + "\n12\n",
                                Story.ORIGIN + "\n12\n" + own.root().base64(),
                                Story.ORIGIN + "\n012\n" + own.root().base64() + "\n",
                                Story.ORIGIN + "\n-1\n" + own.root().base64() + "\n",
                                Story.ORIGIN + "\n12\n" + own.root().hex() + "\n",
                                "\n12\n" + own.root().base64() + "\n",
                                Story.ORIGIN + "\n9223372036854775808\n"
                                        + own.root().base64() + "\n",
                                Story.ORIGIN + "\n0\n" + own.root().base64() + "\n"))
                .array(
                        "refusedKeys",
                        texts(
                                key.replace("c74f20a3", "c74f20a4"),
                                key.replace("PeterNeumann", "PeterNeuman"),
                                key.substring(0, key.length() - 4),
                                "PeterNeumann",
                                "PeterNeumann+c74f20a3",
                                key.replace("+ARpc", "+ZRpc"),
                                " " + key,
                                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                                new LogKey("x", Story.seed("x").verifyingKey())
                                        .line()
                                        .replaceAll("[^+]*$", "AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")));
    }

    private static Json signedNote(String name, LogSigner signer, SignedNote note) {
        return new Payload()
                .text("name", name)
                .text("key", signer.logKey().line())
                .text("privateKey", signer.secretText())
                .text("text", note.text())
                .text("note", note.encode())
                .json();
    }

    private static Json refusedNote(String why, String key, String note) {
        return new Payload()
                .text("why", why)
                .text("key", key)
                .text("note", note)
                .json();
    }

    private static String withAlteredSignature(SignedNote note) {
        byte[] signature = Encodings.base64(note.signatures().getFirst().base64());
        signature[10] ^= 1;
        var altered = new SignedNote.Signature(Story.ORIGIN, Encodings.base64(signature));
        return new SignedNote(note.text(), List.of(altered)).encode();
    }

    private static Json checkpoint(Checkpoint checkpoint) {
        return new Payload()
                .text("text", checkpoint.text())
                .text("origin", checkpoint.origin())
                .number("size", checkpoint.size())
                .text("root", checkpoint.root().base64())
                .json();
    }

    private static Payload entry() {
        var digest = Hash.sha256(new byte[] {1});
        var entries = new ArrayList<Json>();
        for (var kind : Entry.Kind.values()) {
            String subject = switch (kind) {
                case ACT, RECEIPT, RELEASE, REFUSAL, REMINDER -> null;
                case OFFICER_KEY -> "officer:" + Story.account(1);
                case AUTHORITY_KEY, ADMISSION, DEPARTURE -> "authority:" + Story.COSTA_RICA;
                case SCRIPT -> "script:manifest.json";
            };
            entries.add(entry(new Entry(kind, Story.id(entries.size()), Story.START, subject, digest)));
        }
        String good = Story.told().acts.getFirst().signed() instanceof Act
                ? new String(Story.told().acts.getFirst().entry(), StandardCharsets.US_ASCII)
                : "";
        String key = new String(Story.told().keys.getFirst().entry(), StandardCharsets.US_ASCII);
        return new Payload()
                .text(
                        "about",
                        "Entries of the custody log; \"bytes\" is the ASCII text, \"leaf\" the hex leaf hash; a refused one is \"malformed\" or, if a newer program may know it, \"unknown\". See README.md.")
                .array("entries", entries)
                .array(
                        "refused",
                        List.of(
                                refused("unknown version", good.replace("entry/v1", "entry/v2"), "unknown"),
                                refused("unknown kind", good.replace("kind act", "kind verdict"), "unknown"),
                                refused("not an entry", "hello\n", "malformed"),
                                refused("empty", "", "malformed"),
                                refused("no final line feed", good.stripTrailing(), "malformed"),
                                refused("a line after the last", good + "more\n", "malformed"),
                                refused("carriage returns", good.replace("\n", "\r\n"), "malformed"),
                                refused(
                                        "a subject where the kind has none",
                                        good.replace("\ndigest", "\nsubject officer:x\ndigest"),
                                        "malformed"),
                                refused(
                                        "no subject where the kind has one",
                                        key.replaceAll("\nsubject [^\n]*", ""),
                                        "malformed"),
                                refused(
                                        "a subject of another kind",
                                        key.replace("subject officer:", "subject authority:"),
                                        "malformed"),
                                refused(
                                        "capital letter in the id",
                                        good.replaceAll(
                                                "id 01959700-0000-7000-8000",
                                                "id 01959700-0000-7000-8000"
                                                        .toUpperCase(java.util.Locale.ROOT)
                                                        .replace("ID", "id")
                                                        .replace("8000", "A000")),
                                        "malformed"),
                                refused("an id that is no UUIDv7", good.replace("-7000-", "-4000-"), "malformed"),
                                refused("no milliseconds", good.replaceAll("\\.[0-9]{3}Z", "Z"), "malformed"),
                                refused("an offset instead of Z", good.replaceAll("Z\n", "+00:00\n"), "malformed"),
                                refused(
                                        "a day that does not exist",
                                        good.replaceAll("2026-03-1.", "2026-02-30"),
                                        "malformed"),
                                refused(
                                        "a digest in capital letters",
                                        good.replaceAll(
                                                "sha256:[0-9a-f]{64}",
                                                "sha256:" + digest.hex().toUpperCase(java.util.Locale.ROOT)),
                                        "malformed"),
                                refused("another digest", good.replace("sha256:", "sha1:"), "malformed"),
                                refused("a double space", good.replace("kind act", "kind  act"), "unknown"),
                                refused(
                                        "lines in another order",
                                        good.replaceAll("(kind act)\n(id [^\n]*)", "$2\n$1"),
                                        "malformed")));
    }

    private static Json entry(Entry entry) {
        return new Payload()
                .text("kind", entry.kind().code())
                .uuid("id", entry.id())
                .time("time", entry.time())
                .text("subject", entry.subject())
                .hash("digest", entry.digest())
                .text("bytes", new String(entry.encode(), StandardCharsets.US_ASCII))
                .hash("leaf", MerkleTree.leaf(entry.encode()))
                .json();
    }

    private static Json refused(String why, String bytes, String answer) {
        return new Payload()
                .text("why", why)
                .text("bytes", bytes)
                .text("answer", answer)
                .json();
    }

    private static Payload jws() {
        var key = SigningKey.ofSeed(Encodings.base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));
        var good = Jws.sign(key, "enlace-sample+jws", Encodings.utf8("{\"v\":1,\"text\":\"Añá\"}"));
        String[] parts = good.compact().split("\\.", -1);
        String signature = parts[2];
        String signedInput = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        return new Payload()
                .text(
                        "about",
                        "Compact JWS with Ed25519; keys, seeds and signatures in base64url, payloads as text, digests in hex. See README.md.")
                .json(
                        "rfc8037",
                        new Payload()
                                .text("source", "RFC 8037, appendices A.1 to A.5")
                                .text("seed", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
                                .text("key", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
                                .text("signed", signedInput)
                                .text(
                                        "signature",
                                        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
                                .json())
                .array(
                        "signed",
                        List.of(
                                signed(key, "enlace-sample+jws", "{\"v\":1,\"text\":\"Añá\"}"),
                                signed(Story.PARAGUAY_OFFICER, "enlace-sample+jws", "{}"),
                                signed(Story.COSTA_RICA_OFFICER, "enlace-act+jws", "")))
                .array(
                        "refused",
                        List.of(
                                refusedJws(
                                        "payload altered",
                                        key,
                                        parts[0] + "."
                                                + Encodings.base64url(Encodings.utf8("{\"v\":1,\"text\":\"Ana\"}"))
                                                + "." + signature),
                                refusedJws(
                                        "signed by another key than named",
                                        key,
                                        parts[0] + "." + parts[1] + "."
                                                + Encodings.base64url(Story.LOG
                                                        .key()
                                                        .sign((parts[0] + "." + parts[1])
                                                                .getBytes(StandardCharsets.US_ASCII)))),
                                refusedJws(
                                        "names another key",
                                        key,
                                        Jws.sign(Story.PARAGUAY_OFFICER, "enlace-sample+jws", good.payload())
                                                .compact()),
                                refusedJws("alg none", key, header("{\"alg\":\"none\"}") + "." + parts[1] + "."),
                                refusedJws(
                                        "another alg",
                                        key,
                                        resigned(
                                                key,
                                                "{\"alg\":\"HS256\",\"kid\":\""
                                                        + key.verifyingKey().id() + "\",\"typ\":\"enlace-sample+jws\"}",
                                                parts[1])),
                                refusedJws(
                                        "header members in another order",
                                        key,
                                        resigned(
                                                key,
                                                "{\"typ\":\"enlace-sample+jws\",\"alg\":\"EdDSA\",\"kid\":\""
                                                        + key.verifyingKey().id() + "\"}",
                                                parts[1])),
                                refusedJws(
                                        "a header member too many",
                                        key,
                                        resigned(
                                                key,
                                                "{\"alg\":\"EdDSA\",\"kid\":\""
                                                        + key.verifyingKey().id()
                                                        + "\",\"typ\":\"enlace-sample+jws\",\"jwk\":{}}",
                                                parts[1])),
                                refusedJws(
                                        "white space in the header",
                                        key,
                                        resigned(
                                                key,
                                                "{\"alg\":\"EdDSA\", \"kid\":\""
                                                        + key.verifyingKey().id() + "\",\"typ\":\"enlace-sample+jws\"}",
                                                parts[1])),
                                refusedJws(
                                        "no kid",
                                        key,
                                        resigned(key, "{\"alg\":\"EdDSA\",\"typ\":\"enlace-sample+jws\"}", parts[1])),
                                refusedJws("padding", key, good.compact() + "=="),
                                refusedJws("two parts", key, parts[0] + "." + parts[1]),
                                refusedJws("four parts", key, good.compact() + ".AA"),
                                refusedJws(
                                        "signature too short",
                                        key,
                                        parts[0] + "." + parts[1] + "." + signature.substring(0, 84)),
                                refusedJws("white space after it", key, good.compact() + "\n"),
                                refusedJws(
                                        "base64 instead of base64url",
                                        key,
                                        parts[0] + "." + parts[1] + "."
                                                + signature
                                                        .replace('-', '+')
                                                        .replace('_', '/')
                                                        .replaceFirst("^.", "+")),
                                refusedJws(
                                        "bits left over in the last character",
                                        key,
                                        parts[0] + "." + parts[1] + "." + signature.substring(0, 85)
                                                + (char) (signature.charAt(85) + 1)),
                                refusedJws(
                                        "s beyond the order of the group",
                                        key,
                                        parts[0] + "." + parts[1] + "." + beyondOrder(signature))));
    }

    private static Json signed(SigningKey key, String type, String payload) {
        var jws = Jws.sign(key, type, Encodings.utf8(payload));
        return new Payload()
                .text("seed", Encodings.base64url(key.seed()))
                .text("key", Encodings.base64url(key.verifyingKey().raw()))
                .text("kid", jws.keyId())
                .text("type", type)
                .text("payload", payload)
                .text("jws", jws.compact())
                .hash("digest", jws.digest())
                .json();
    }

    private static Json refusedJws(String why, SigningKey key, String jws) {
        return new Payload()
                .text("why", why)
                .text("key", Encodings.base64url(key.verifyingKey().raw()))
                .text("jws", jws)
                .json();
    }

    private static String header(String json) {
        return Encodings.base64url(Encodings.utf8(json));
    }

    private static String resigned(SigningKey key, String header, String payload) {
        String signed = header(header) + "." + payload;
        return signed + "." + Encodings.base64url(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The same signature with the group order added to s: a verifier that lets it pass lets anyone make a second spelling of a signed act. */
    private static String beyondOrder(String signature) {
        byte[] bytes = Encodings.base64url(signature);
        byte[] order = HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int at = 0; at < 32; at++) {
            int sum = (bytes[32 + at] & 0xff) + (order[at] & 0xff) + carry;
            bytes[32 + at] = (byte) sum;
            carry = sum >> 8;
        }
        return Encodings.base64url(bytes);
    }

    private static Payload signed() {
        var story = Story.told();
        var all = new ArrayList<Json>();
        for (var list : List.of(story.keys, story.acts, story.receipts)) {
            list.forEach(item -> all.add(item(item)));
        }
        for (var more : more(story)) {
            all.add(item(story.add(new ArrayList<>(), more.sign(Story.COSTA_RICA_OFFICER), more)));
        }
        for (var refusal : Story.refusals()) {
            all.add(item(story.add(new ArrayList<>(), refusal.sign(Story.LOG.key()), refusal)));
        }
        var sent = story.acts.getFirst();
        all.add(item(story.remind(Reminder.Step.DEPUTY, sent, 2, 1)));
        all.add(item(story.remind(Reminder.Step.COORDINATORS, sent, 0, 0)));
        all.add(item(story.remind(Reminder.Step.DAYS_14, story.acts.getLast(), 0, 1)));
        String reminder = Encodings.utf8(story.reminders.getFirst().jws().payload());
        var share = act(
                new Share("cri-other-unit", 3),
                List.of(),
                story.acts.get(1).jws().digest());
        all.add(item(story.add(new ArrayList<>(), share.sign(Story.COSTA_RICA_OFFICER), share)));
        for (var aside : List.of(Coded.Plain.ENQUIRE, Coded.Plain.ADD)) {
            var said = act(
                    aside,
                    List.of(Story.content(4, Act.Role.MESSAGE, Story.SEALED_MESSAGE)),
                    story.acts.get(1).jws().digest());
            all.add(item(story.add(new ArrayList<>(), said.sign(Story.COSTA_RICA_OFFICER), said)));
        }
        for (var coded : aboutConditions()) {
            var said = act(coded, List.of(), story.acts.get(1).jws().digest());
            all.add(item(story.add(new ArrayList<>(), said.sign(Story.COSTA_RICA_OFFICER), said)));
        }
        String refusal = Encodings.utf8(Story.refusals().getFirst().payload());
        String act = Encodings.utf8(story.acts.getFirst().jws().payload());
        String message = Encodings.utf8(story.acts.get(3).jws().payload());
        String receipt = Encodings.utf8(story.receipts.getFirst().jws().payload());
        String key = Encodings.utf8(story.keys.get(4).jws().payload());
        String asked =
                Encodings.utf8(act(new Ask(LocalDate.of(2026, 3, 20), List.of()), List.of(), MerkleTree.EMPTY_ROOT)
                        .payload());
        String withdrawn = Encodings.utf8(
                act(Coded.Plain.WITHDRAW, List.of(), MerkleTree.EMPTY_ROOT).payload());
        var refused = new ArrayList<Json>();
        refused.add(refusedPayload("unknown version", Act.TYPE, act.replace("{\"v\":1,", "{\"v\":2,"), "unknown"));
        refused.add(refusedPayload("unknown type", "enlace-verdict+jws", act, "unknown"));
        refused.add(refusedPayload(
                "unknown kind of act", Act.TYPE, act.replace("\"kind\":\"send\"", "\"kind\":\"teleport\""), "unknown"));
        refused.add(refusedPayload(
                "unknown kind of receipt", Receipt.TYPE, receipt.replace("delivered", "read"), "unknown"));
        refused.add(refusedPayload("no version", Act.TYPE, act.replace("\"v\":1,", ""), "malformed"));
        refused.add(
                refusedPayload("version as a text", Act.TYPE, act.replace("\"v\":1,", "\"v\":\"1\","), "malformed"));
        refused.add(refusedPayload("a member missing", Act.TYPE, act.replace(",\"previous\":null", ""), "malformed"));
        refused.add(refusedPayload(
                "a member too many",
                Act.TYPE,
                act.replace("\"previous\":null", "\"previous\":null,\"note\":\"x\""),
                "malformed"));
        refused.add(refusedPayload(
                "a member twice",
                Act.TYPE,
                act.replace("\"previous\":null", "\"previous\":null,\"previous\":null"),
                "malformed"));
        refused.add(refusedPayload(
                "members in another order",
                Act.TYPE,
                act.replaceAll("(\"request\":\"[^\"]*\"),(\"act\":\"[^\"]*\")", "$2,$1"),
                "malformed"));
        refused.add(refusedPayload("white space", Act.TYPE, act.replace("\"v\":1,", "\"v\": 1,"), "malformed"));
        refused.add(refusedPayload(
                "a letter written as an escape", Act.TYPE, act.replace("\"send\"", "\"\\u0073end\""), "malformed"));
        refused.add(refusedPayload(
                "a number with a fraction",
                Act.TYPE,
                act.replace("\"recipientGeneration\":1", "\"recipientGeneration\":1.0"),
                "malformed"));
        refused.add(refusedPayload(
                "generation 0",
                Act.TYPE,
                act.replace("\"recipientGeneration\":1", "\"recipientGeneration\":0"),
                "malformed"));
        refused.add(refusedPayload(
                "a first act with a previous one",
                Act.TYPE,
                act.replace("\"previous\":null", "\"previous\":\"" + MerkleTree.EMPTY_ROOT.hex() + "\""),
                "malformed"));
        refused.add(refusedPayload(
                "a later act without a previous one",
                Act.TYPE,
                message.replaceAll("\"previous\":\"[0-9a-f]*\"", "\"previous\":null"),
                "malformed"));
        refused.add(refusedPayload(
                "a new request that continues another",
                Act.TYPE,
                act.replace("\"earlier\":null", "\"earlier\":\"" + Story.REQUEST + "\""),
                "malformed"));
        refused.add(refusedPayload(
                "a follow-up that names none before",
                Act.TYPE,
                act.replace("\"status\":\"new\"", "\"status\":\"follow-up\""),
                "malformed"));
        refused.add(refusedPayload(
                "no conditions",
                Act.TYPE,
                act.replaceAll("\"conditions\":\\{[^}]*\\}", "\"conditions\":null"),
                "malformed"));
        refused.add(refusedPayload(
                "a colour of marking that is none",
                Act.TYPE,
                act.replace("\"tlp\":\"amber\"", "\"tlp\":\"white\""),
                "malformed"));
        refused.add(refusedPayload(
                "conditions in another order",
                Act.TYPE,
                act.replaceAll("(\"tlp\":\"[^\"]*\"),(\"handling\":[^,]*)", "$2,$1"),
                "malformed"));
        refused.add(refusedPayload(
                "an item twice",
                Act.TYPE,
                asked.replace("\"items\":[]", "\"items\":[\"P-09\",\"P-09\"]"),
                "malformed"));
        refused.add(refusedPayload(
                "items that are no list", Act.TYPE, asked.replace("\"items\":[]", "\"items\":null"), "malformed"));
        refused.add(
                refusedPayload("another urgency", Act.TYPE, act.replace("\"urgent\"", "\"very urgent\""), "malformed"));
        refused.add(refusedPayload(
                "a request id in capital letters",
                Act.TYPE,
                act.replaceAll("\"request\":\"([^\"]*)\"", "\"request\":\"ABCDEFAB-0000-7000-8000-000000000000\""),
                "malformed"));
        refused.add(refusedPayload(
                "a time without milliseconds", Act.TYPE, act.replaceAll("\\.[0-9]{3}Z\"}$", "Z\"}"), "malformed"));
        refused.add(refusedPayload(
                "a day that does not exist", Act.TYPE, message.replace("2026-05-14", "2026-02-30"), "malformed"));
        refused.add(refusedPayload(
                "content without bytes", Act.TYPE, act.replaceAll("\"size\":[0-9]+", "\"size\":0"), "malformed"));
        refused.add(refusedPayload(
                "an unknown role", Act.TYPE, act.replace("\"role\":\"form\"", "\"role\":\"photo\""), "malformed"));
        refused.add(refusedPayload(
                "a withdrawal that says something",
                Act.TYPE,
                withdrawn.replace("\"coded\":{}", "\"coded\":{\"x\":1}"),
                "malformed"));
        refused.add(
                refusedPayload("a recipient that is none", Receipt.TYPE, receipt.replace("age1", "age2"), "malformed"));
        refused.add(refusedPayload(
                "a negative index", Receipt.TYPE, receipt.replaceAll("\"index\":[0-9]+", "\"index\":-1"), "malformed"));
        refused.add(refusedPayload(
                "a sheet without a key",
                Statement.AuthorityKey.TYPE,
                key.replaceAll("\"paperKey\":\"[^\"]*\"", "\"paperKey\":null"),
                "malformed"));
        refused.add(refusedPayload(
                "a second generation that names none before",
                Statement.AuthorityKey.TYPE,
                key.replace("\"generation\":1", "\"generation\":2"),
                "malformed"));
        refused.add(refusedPayload("not an object", Act.TYPE, "[1]", "malformed"));
        refused.add(refusedPayload(
                "nested too deeply", Act.TYPE, "{\"v\":" + "[".repeat(40) + "]".repeat(40) + "}", "malformed"));
        refused.add(refusedPayload("nothing", Act.TYPE, "", "malformed"));
        String release = Encodings.utf8(release().payload());
        refused.add(refusedPayload(
                "a release by whoever proposed it",
                Release.TYPE,
                release.replace(Story.account(2).toString(), Story.account(3).toString()),
                "malformed"));
        refused.add(refusedPayload(
                "a release of nothing",
                Release.TYPE,
                release.replaceAll("\"requests\":\\[[^]]*]", "\"requests\":[]"),
                "malformed"));
        refused.add(refusedPayload(
                "a release that names a request twice",
                Release.TYPE,
                release.replace(Story.id(0x301).toString(), Story.REQUEST.toString()),
                "malformed"));
        refused.add(refusedPayload(
                "a refusal whose code is a sentence",
                SignedRefusal.TYPE,
                refusal.replace("KEY_CHANGED", "the key changed"),
                "malformed"));
        refused.add(refusedPayload(
                "a refusal that leaves it to an unknown hand",
                SignedRefusal.TYPE,
                refusal.replace("\"next\":\"author\"", "\"next\":\"operator\""),
                "malformed"));
        refused.add(refusedPayload(
                "true written as a text",
                SignedRefusal.TYPE,
                refusal.replace("\"entered\":true", "\"entered\":\"true\""),
                "malformed"));
        refused.add(refusedPayload(
                "a step that is not known", Reminder.TYPE, reminder.replace("\"deputy\"", "\"minister\""), "unknown"));
        refused.add(refusedPayload(
                "a time called over before it was",
                Reminder.TYPE,
                reminder.replaceAll("\"due\":\"2026", "\"due\":\"2027"),
                "malformed"));
        refused.add(refusedPayload(
                "letters to one side only counted",
                Reminder.TYPE,
                reminder.replace("\"requested\":2,", ""),
                "malformed"));
        refused.add(refusedPayload(
                "less than no letters",
                Reminder.TYPE,
                reminder.replace("\"requested\":2,", "\"requested\":-2,"),
                "malformed"));
        return new Payload()
                .text(
                        "about",
                        "Statements, acts and receipts of one story, in the order they were logged within each list; payloads as text. See README.md.")
                .text("logKey", Story.LOG.logKey().line())
                .array("signed", all)
                .array("refused", refused);
    }

    /** The kinds of act and statement that the story does not tell. */
    private static List<Signed> more(Story story) {
        var previous = story.acts.get(1).jws().digest();
        var content = List.of(
                Story.content(4, Act.Role.MESSAGE, Story.SEALED_MESSAGE),
                Story.content(5, Act.Role.ATTACHMENT, Story.SEALED_FORM));
        var more = new ArrayList<Signed>();
        for (var coded : everyKind()) {
            more.add(act(coded, content, previous));
        }
        more.add(act(
                new Send(
                        "preservation",
                        "budapest",
                        "CRI",
                        Story.COSTA_RICA,
                        2,
                        false,
                        Send.Status.EXTENSION,
                        Story.REQUEST,
                        "preservation/1",
                        Story.CONDITIONS),
                content,
                null));
        more.add(act(
                new Send(
                        "joint-team",
                        null,
                        "CRI",
                        Story.COSTA_RICA,
                        2,
                        false,
                        Send.Status.COMMENT,
                        null,
                        "joint-team/1",
                        GUARDED),
                content,
                null));
        more.add(new Statement.AuthorityKey(
                Story.COSTA_RICA,
                2,
                Story.recipient('v'),
                null,
                null,
                story.keys.get(4).jws().digest(),
                Story.START));
        more.add(new Statement.Departure(Story.COSTA_RICA, 1, Story.account(2), Story.START));
        more.add(release());
        return more;
    }

    private static Release release() {
        return new Release(
                Story.id(0x300),
                Story.COSTA_RICA,
                Story.account(3),
                Story.account(2),
                Release.Ground.PERIOD,
                List.of(Story.REQUEST, Story.id(0x301)),
                Story.START);
    }

    private static List<Coded> everyKind() {
        var day = LocalDate.of(2026, 3, 20);
        return List.of(
                new Decline("bud29.not_effective", Decline.Manner.NOTICE, true),
                new Decline("bud29.political", Decline.Manner.REFUSAL, false),
                new Decline("a55.manifestly_unlawful", Decline.Manner.CANNOT, true),
                new Ask(day, List.of()),
                new Ask(day, List.of("P-10/selectors/port", "other")),
                new Answer(List.of("P-10/selectors/port")),
                Coded.Plain.WITHDRAW,
                new Preserve(Story.START, LocalDate.of(2026, 6, 1), false),
                new TakeInCharge("Jefa de \"guardia\" \\ cibercrimen \u00f1 \ud83d\udd17", LocalDate.of(2026, 3, 16)),
                new Accept(day),
                new Postpone("untoc.ongoing", day),
                new Assign("Oficial de turno"),
                new Transfer("cri-other-unit", 3, Transfer.Reason.WRONG_OFFICE),
                new Progress("no-news", day),
                new Progress("working", new Until.Moment(Story.START)),
                new Execute(false),
                new Result(false, GUARDED),
                new Receive(Story.id(0x205), GUARDED),
                new AskUse(Story.id(0x205), AskUse.Use.COURT, day),
                new GrantUse(Story.id(0x206), GrantUse.Decision.GRANTED, null),
                new GrantUse(Story.id(0x206), GrantUse.Decision.REFUSED, "own.law"),
                Coded.Plain.ASK_DESTRUCTION,
                new Destroy(true),
                new LetLapse("not-needed"),
                new Close(Close.Outcome.NOT_USED),
                Coded.Plain.COMMENT,
                new Call(Story.START));
    }

    private static List<Coded> aboutConditions() {
        return List.of(
                new RefuseConditions(null, "purpose"),
                new RefuseConditions(Story.id(0x205), "own-law"),
                new UpholdConditions(null),
                new UpholdConditions(Story.id(0x205)));
    }

    private static Act act(Coded coded, List<Act.Content> content, @Nullable Hash previous) {
        return new Act(
                Story.REQUEST,
                new UUID(Story.REQUEST.getMostSignificantBits(), Story.REQUEST.getLeastSignificantBits() + 1),
                Story.COSTA_RICA,
                Story.account(3),
                content,
                coded,
                previous,
                Story.START);
    }

    private static Json item(Story.Item item) {
        return new Payload()
                .text("type", item.signed().type())
                .text("payload", Encodings.utf8(item.jws().payload()))
                .text("kid", item.jws().keyId())
                .text("jws", item.jws().compact())
                .hash("digest", item.jws().digest())
                .number("index", item.index())
                .text("entry", new String(item.entry(), StandardCharsets.US_ASCII))
                .json();
    }

    private static Json refusedPayload(String why, String type, String payload, String answer) {
        return new Payload()
                .text("why", why)
                .text("type", type)
                .text("payload", payload)
                .text("answer", answer)
                .json();
    }

    private static List<Json> base64(List<Hash> hashes) {
        return hashes.stream().map(hash -> (Json) new Json.Text(hash.base64())).toList();
    }

    private static List<Json> texts(String... texts) {
        return Arrays.stream(texts).map(text -> (Json) new Json.Text(text)).toList();
    }

    private static List<Hash> plus(List<Hash> hashes, Hash more) {
        var longer = new ArrayList<>(hashes);
        longer.add(more);
        return longer;
    }

    private static List<Hash> swapped(List<Hash> hashes) {
        var swapped = new ArrayList<>(hashes);
        swapped.set(0, hashes.get(1));
        swapped.set(1, hashes.get(0));
        return swapped;
    }

    /** One line for each member, and for each item of a list, so that a difference can be read. */
    private static String lines(Json.Members root) {
        var out = new StringBuilder("{");
        String separator = "\n";
        for (var member : root.members().entrySet()) {
            out.append(separator)
                    .append(Encodings.utf8(new Json.Text(member.getKey()).encode()))
                    .append(": ");
            if (member.getValue() instanceof Json.Array array) {
                out.append("[\n")
                        .append(String.join(
                                ",\n",
                                array.items().stream()
                                        .map(item -> "  " + Encodings.utf8(item.encode()))
                                        .toList()))
                        .append("\n]");
            } else {
                out.append(Encodings.utf8(member.getValue().encode()));
            }
            separator = ",\n";
        }
        return out.append("\n}\n").toString();
    }
}
