package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.ledger.VectorFiles.Case;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors in {@code docs/protocols/vectors}, as the browser's tests read them too. */
class VectorsTests {
    @ParameterizedTest
    @ValueSource(strings = {"log.json", "note.json", "entry.json", "jws.json", "signed.json"})
    void theFilesAreWhatThisCodeWrites(String file) throws Exception {
        assertThat(VectorFiles.FOLDER.resolve(file)).content().isEqualTo(VectorsWriter.render(file));
    }

    @Nested
    class OfTheTree {
        private final VectorFiles file = VectorFiles.read("log.json");
        private final MemoryLog tree = leaves(1000);

        @Test
        void publishedLeavesGiveTheirRootsAndProofs() {
            var published = file.object("published");
            var ct = new MemoryLog();
            published
                    .list("leaves", leaf -> HexFormat.of().parseHex(((Json.Text) leaf).text()))
                    .forEach(ct::append);
            var roots = published.list("roots", root -> Hash.ofHex(((Json.Text) root).text()));
            for (int size = 0; size < roots.size(); size++) {
                assertThat(ct.root(size)).isEqualTo(roots.get(size));
            }
            assertThat(published.list("inclusion", item -> new Case((Json.Members) item)))
                    .hasSize(36)
                    .allSatisfy(each -> proves(each, ct));
            assertThat(published.list("consistency", item -> new Case((Json.Members) item)))
                    .hasSize(36)
                    .allSatisfy(each -> grows(each, ct));
        }

        @Test
        void rootsAndProofsOfEverySizeAreRight() {
            assertThat(file.list("roots"))
                    .allSatisfy(each ->
                            assertThat(tree.root(each.number("size")).base64()).isEqualTo(each.text("root")));
            assertThat(file.list("inclusion")).allSatisfy(each -> proves(each, tree));
            assertThat(file.list("consistency")).allSatisfy(each -> grows(each, tree));
        }

        @Test
        void wrongProofsAreRefused() {
            assertThat(file.list("refusedInclusion"))
                    .allSatisfy(each -> assertThat(inclusion(each)
                                    .proves(
                                            tree.leaves.get((int) each.number("leaf")),
                                            tree.root(each.number("rootOf"))))
                            .isFalse());
            assertThat(file.list("refusedConsistency"))
                    .allSatisfy(each -> assertThat(consistency(each)
                                    .proves(tree.root(each.number("oldRootOf")), tree.root(each.number("newRootOf"))))
                            .isFalse());
        }

        @Test
        void tilesHaveOnePathAndNoOther() {
            assertThat(file.list("tiles")).allSatisfy(each -> {
                var tile = TilePath.parse(each.text("path"));
                assertThat(tile.path()).isEqualTo(each.text("path"));
                assertThat(tile.isEntries() ? "entries" : Integer.toString(tile.level()))
                        .isEqualTo(each.text("level"));
                assertThat(tile.index()).isEqualTo(each.number("index"));
                assertThat(tile.width()).isEqualTo(each.number("width"));
            });
            assertThat(file.texts("refusedTiles"))
                    .allSatisfy(path ->
                            assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(Malformed.class));
        }

        private void proves(Case each, MemoryLog log) {
            var proof = inclusion(each);
            assertThat(proof.proves(log.leaves.get((int) proof.index()), log.root(proof.size())))
                    .isTrue();
            assertThat(InclusionProof.of(proof.index(), proof.size(), log)).isEqualTo(proof);
        }

        private void grows(Case each, MemoryLog log) {
            var proof = consistency(each);
            assertThat(proof.proves(log.root(proof.from()), log.root(proof.to())))
                    .isTrue();
            assertThat(ConsistencyProof.of(proof.from(), proof.to(), log)).isEqualTo(proof);
        }

        private static InclusionProof inclusion(Case each) {
            return new InclusionProof(each.number("index"), each.number("size"), each.hashes("proof"));
        }

        private static ConsistencyProof consistency(Case each) {
            return new ConsistencyProof(each.number("from"), each.number("to"), each.hashes("proof"));
        }

        private static MemoryLog leaves(int count) {
            var tree = new MemoryLog();
            for (int at = 0; at < count; at++) {
                tree.append(("leaf " + at).getBytes(StandardCharsets.US_ASCII));
            }
            return tree;
        }
    }

    @Nested
    class OfNotes {
        private final VectorFiles file = VectorFiles.read("note.json");

        @Test
        void goodOnesVerifyAndAreMadeAgain() {
            assertThat(file.list("signed")).allSatisfy(each -> {
                var note = SignedNote.parse(each.text("note"));
                assertThat(note.text()).isEqualTo(each.text("text"));
                assertThat(note.encode()).isEqualTo(each.text("note"));
                assertThat(note.isSignedBy(LogKey.parse(each.text("key")))).isTrue();
                var signer = LogSigner.parse(each.text("privateKey"));
                assertThat(signer.secretText()).isEqualTo(each.text("privateKey"));
                assertThat(signer.logKey().line()).isEqualTo(each.text("key"));
                assertThat(SignedNote.sign(each.text("text"), signer)
                                .signatures()
                                .getFirst())
                        .isEqualTo(note.signatures().getFirst());
            });
        }

        @Test
        void wrongOnesAreRefused() {
            assertThat(file.list("refused"))
                    .allSatisfy(each -> assertThat(isRefused(() ->
                                    SignedNote.parse(each.text("note")).isSignedBy(LogKey.parse(each.text("key")))))
                            .isTrue());
            assertThat(file.texts("refusedKeys"))
                    .allSatisfy(
                            key -> assertThatThrownBy(() -> LogKey.parse(key)).isInstanceOf(Malformed.class));
            assertThat(file.texts("refusedCheckpoints"))
                    .allSatisfy(text ->
                            assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class));
        }

        @Test
        void checkpointsSayTheirThreeLines() {
            assertThat(file.list("checkpoints")).allSatisfy(each -> {
                var checkpoint = Checkpoint.parse(each.text("text"));
                assertThat(checkpoint)
                        .isEqualTo(new Checkpoint(
                                each.text("origin"), each.number("size"), Hash.ofBase64(each.text("root"))));
                assertThat(checkpoint.text()).isEqualTo(each.text("text"));
            });
        }
    }

    @Nested
    class OfEntries {
        private final VectorFiles file = VectorFiles.read("entry.json");

        @Test
        void everyKindHasItsBytes() {
            assertThat(file.list("entries")).hasSameSizeAs(Entry.Kind.values()).allSatisfy(each -> {
                byte[] bytes = each.text("bytes").getBytes(StandardCharsets.US_ASCII);
                var entry = Entry.parse(bytes);
                assertThat(entry.encode()).isEqualTo(bytes);
                assertThat(entry.kind().code()).isEqualTo(each.text("kind"));
                assertThat(entry.id()).hasToString(each.text("id"));
                assertThat(Encodings.time(entry.time())).isEqualTo(each.text("time"));
                assertThat(entry.subject() == null).isEqualTo(each.isNull("subject"));
                assertThat(entry.digest().hex()).isEqualTo(each.text("digest"));
                assertThat(MerkleTree.leaf(bytes).hex()).isEqualTo(each.text("leaf"));
            });
        }

        @Test
        void allElseIsRefused() {
            assertThat(file.list("refused")).allSatisfy(each -> {
                byte[] bytes = each.text("bytes").getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> Entry.parse(bytes)).isExactlyInstanceOf(answer(each));
            });
        }
    }

    @Nested
    class OfJws {
        private final VectorFiles file = VectorFiles.read("jws.json");

        @Test
        void rfc8037IsSignedAndVerified() {
            var rfc = file.object("rfc8037");
            var key = SigningKey.ofSeed(Encodings.base64url(rfc.text("seed")));
            byte[] signed = rfc.text("signed").getBytes(StandardCharsets.US_ASCII);
            assertThat(Encodings.base64url(key.sign(signed))).isEqualTo(rfc.text("signature"));
            assertThat(VerifyingKey.of(Encodings.base64url(rfc.text("key")))
                            .verifies(signed, Encodings.base64url(rfc.text("signature"))))
                    .isTrue();
        }

        @Test
        void goodOnesVerifyAndAreMadeAgain() {
            assertThat(file.list("signed")).allSatisfy(each -> {
                var jws = Jws.parse(each.text("jws"));
                var key = VerifyingKey.of(Encodings.base64url(each.text("key")));
                assertThat(jws.isSignedBy(key)).isTrue();
                assertThat(List.of(jws.keyId(), key.id())).containsOnly(each.text("kid"));
                assertThat(jws.type()).isEqualTo(each.text("type"));
                assertThat(Encodings.utf8(jws.payload())).isEqualTo(each.text("payload"));
                assertThat(jws.digest().hex()).isEqualTo(each.text("digest"));
                assertThat(Jws.sign(
                                SigningKey.ofSeed(Encodings.base64url(each.text("seed"))),
                                each.text("type"),
                                jws.payload()))
                        .isEqualTo(jws);
            });
        }

        @Test
        void wrongOnesAreRefused() {
            assertThat(file.list("refused"))
                    .allSatisfy(each -> assertThat(isRefused(() -> Jws.parse(each.text("jws"))
                                    .isSignedBy(VerifyingKey.of(Encodings.base64url(each.text("key"))))))
                            .isTrue());
        }
    }

    @Nested
    class OfSignedThings {
        @ParameterizedTest
        @MethodSource("org.enlace.ledger.VectorsTests#signedThings")
        void eachIsReadAndWrittenTheSame(Case each) {
            var jws = Jws.parse(each.text("jws"));
            var signed = Signed.of(jws);
            assertThat(signed.type()).isEqualTo(each.text("type"));
            assertThat(Encodings.utf8(signed.payload())).isEqualTo(each.text("payload"));
            assertThat(jws.digest().hex()).isEqualTo(each.text("digest"));
            var entry = Entry.parse(each.text("entry").getBytes(StandardCharsets.US_ASCII));
            assertThat(entry.digest()).isEqualTo(jws.digest());
            assertThat(entry.kind()).isEqualTo(signed.entryKind());
            assertThat(entry.subject()).isEqualTo(signed.subject());
        }

        @ParameterizedTest
        @MethodSource("org.enlace.ledger.VectorsTests#refusedThings")
        void allElseIsRefused(Case each) {
            var jws = Jws.sign(Story.LOG.key(), each.text("type"), Encodings.utf8(each.text("payload")));
            assertThatThrownBy(() -> Signed.of(jws)).isExactlyInstanceOf(answer(each));
        }
    }

    static Stream<Case> signedThings() {
        return VectorFiles.read("signed.json").list("signed").stream();
    }

    static Stream<Case> refusedThings() {
        return VectorFiles.read("signed.json").list("refused").stream();
    }

    private static Class<? extends Malformed> answer(Case each) {
        return each.text("answer").equals("unknown") ? Unknown.class : Malformed.class;
    }

    private static boolean isRefused(java.util.function.BooleanSupplier verified) {
        try {
            return !verified.getAsBoolean();
        } catch (Malformed refused) {
            return true;
        }
    }
}
