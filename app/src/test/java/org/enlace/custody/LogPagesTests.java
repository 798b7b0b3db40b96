package org.enlace.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.ledger.Audit;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.ConsistencyProof;
import org.enlace.ledger.Entry;
import org.enlace.ledger.EntryBundle;
import org.enlace.ledger.Hash;
import org.enlace.ledger.InclusionProof;
import org.enlace.ledger.Json;
import org.enlace.ledger.LogKey;
import org.enlace.ledger.MerkleTree;
import org.enlace.ledger.SignedNote;
import org.enlace.ledger.TileAddress;
import org.enlace.ledger.TilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The public log as a stranger sees it, over HTTP, without signing in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LogPagesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Custody custody;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Tree tree;

    @Autowired
    private JdbcClient database;

    private final HttpClient client = HttpClient.newHttpClient();
    private List<UUID> appended = List.of();

    @BeforeEach
    void somethingIsInTheLog() {
        appended = append(3);
        assertThat(custody.awaitIndexes(appended, Duration.ofSeconds(20))).hasSize(3);
    }

    @Test
    void followsTheLogFromOutsideAndFindsItSound() throws IOException {
        append(600);
        custody.awaitIndexes(append(1), Duration.ofSeconds(20));
        var report = Audit.of(new TileAddress(address("/log")), key(), LogAudits.notes(database));
        assertThat(report.first()).isEmpty();
        assertThat(report.size()).isGreaterThan(600);
        assertThat(report.unreadable()).isZero();
    }

    @Test
    void readsTheCheckpointAsASignedNoteThatIsNeverKept() {
        var answer = get("/log/checkpoint");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).isEqualToIgnoringCase("text/plain; charset=utf-8".replace(" ", "")));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var checkpoint = Checkpoint.verified(text(answer), key());
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(3);
        assertThat(checkpoint.origin()).isEqualTo(key().name());
    }

    @Test
    void readsTilesThatMayBeKeptForEver() {
        var size = checkpoint().size();
        var path = TilePath.in(size, 0, 0);
        var answer = get("/log/" + path.path());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).hasSize(path.width() * Hash.LENGTH);
        var entries = EntryBundle.decode(get("/log/" + new TilePath(TilePath.ENTRIES, 0, path.width()).path())
                .body());
        assertThat(entries).hasSize(path.width());
        assertThat(MerkleTree.leaf(entries.getFirst()).bytes()).isEqualTo(Arrays.copyOf(answer.body(), Hash.LENGTH));
    }

    @Test
    void readsTilesOfEveryEarlierWidth() {
        byte[] two = get("/log/tile/0/000.p/2").body();
        byte[] three = get("/log/tile/0/000.p/3").body();
        assertThat(three).startsWith(two).hasSize(96);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/999",
                "tile/0/000.p/0",
                "tile/7/000",
                "tile/entries/x999/000",
                "tile/0/0",
                "tile/x",
                "tile/",
                "tile/64/000",
                "tile/0/%30%30%30",
                "proof/none",
                "elsewhere"
            })
    void findsNothingWhereThereIsNothing(String path) {
        assertThat(get("/log/" + path).statusCode()).isIn(400, 404);
    }

    @Test
    void provesInclusion() {
        long index = custody.indexOf(appended.get(1)).orElseThrow();
        var members = json("/log/proof/inclusion?index=" + index);
        var checkpoint = Checkpoint.verified(string(members, "checkpoint"), key());
        assertThat(whole(members, "index")).isEqualTo(index);
        assertThat(whole(members, "size")).isEqualTo(checkpoint.size());
        var entry = Base64.getDecoder().decode(string(members, "leaf"));
        assertThat(Entry.parse(entry).id()).isEqualTo(appended.get(1));
        var proof = new InclusionProof(index, checkpoint.size(), hashes(members));
        assertThat(proof.proves(MerkleTree.leaf(entry), checkpoint.root())).isTrue();
    }

    @Test
    void provesInclusionUnderAnEarlierCheckpoint() {
        var earlier = checkpoint();
        custody.awaitIndexes(append(2), Duration.ofSeconds(20));
        var members = json("/log/proof/inclusion?index=0&size=" + earlier.size());
        assertThat(Checkpoint.verified(string(members, "checkpoint"), key())).isEqualTo(earlier);
        var proof = new InclusionProof(0, earlier.size(), hashes(members));
        assertThat(proof.proves(MerkleTree.leaf(Base64.getDecoder().decode(string(members, "leaf"))), earlier.root()))
                .isTrue();
    }

    @Test
    void provesThatTheLogOnlyGrew() {
        var earlier = checkpoint();
        custody.awaitIndexes(append(2), Duration.ofSeconds(20));
        var later = checkpoint();
        var members = json("/log/proof/consistency?from=" + earlier.size() + "&to=" + later.size());
        assertThat(new ConsistencyProof(earlier.size(), later.size(), hashes(members))
                        .proves(earlier.root(), later.root()))
                .isTrue();
        assertThat(whole(members, "to")).isEqualTo(later.size());
        assertThat(whole(json("/log/proof/consistency?from=" + earlier.size()), "to"))
                .isGreaterThanOrEqualTo(later.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inclusion",
                "inclusion?index=-1",
                "inclusion?index=99999999",
                "inclusion?index=x",
                "inclusion?index=0&size=99999999",
                "consistency",
                "consistency?from=5&to=3",
                "consistency?from=0&to=99999999",
                "consistency?from=-1"
            })
    void answersAQuestionThatMakesNoSenseAsSuch(String question) {
        assertThat(get("/log/proof/" + question).statusCode()).isIn(400, 404);
    }

    @Test
    void otherRoomsGetProofsThatBelongTogether() {
        var published = custody.published();
        var checkpoint = Checkpoint.verified(published.note(), custody.logKey());
        assertThat(checkpoint).isEqualTo(published.checkpoint());
        var proven = published.proven(appended);
        assertThat(proven).containsOnlyKeys(appended);
        proven.values()
                .forEach(each -> assertThat(each.proof().proves(MerkleTree.leaf(each.entry()), checkpoint.root()))
                        .isTrue());
        assertThat(published.since(1).proves(MerkleTree.leaf(tree.entry(0)), checkpoint.root()))
                .isTrue();
        assertThat(published.proven(UUID.randomUUID())).isEmpty();
    }

    @Test
    void appendsOnlyAsPartOfAnAct() {
        assertThatThrownBy(() -> custody.append(Entry.Kind.ACT, null, MerkleTree.EMPTY_ROOT))
                .hasMessageContaining("transaction");
    }

    @Test
    void doesNotWaitWithinTheTransactionForWhatComesAfterIt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var entry = custody.append(Entry.Kind.ACT, null, MerkleTree.EMPTY_ROOT);
            assertThatThrownBy(() -> custody.awaitIndex(entry, Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void theServedScriptsAreInTheLog() {
        var manifest = Hash.sha256(get("/assets/manifest.json").body());
        var entries = new ArrayList<Entry>();
        for (var tile : TilePath.ofLevel(TilePath.ENTRIES, checkpoint().size())) {
            EntryBundle.decode(get("/log/" + tile.path()).body()).forEach(entry -> entries.add(Entry.parse(entry)));
        }
        assertThat(entries.stream().filter(entry -> entry.kind() == Entry.Kind.SCRIPT))
                .hasSize(1)
                .allSatisfy(entry -> {
                    assertThat(entry.subject()).isEqualTo("script:manifest.json");
                    assertThat(entry.digest()).isEqualTo(manifest);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "pt"})
    void readsThePageAboutTheLogInFourLanguages(String language) {
        var answer = get("/log?lang=" + language);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .contains("lang=\"" + language + "\"")
                .contains(key().line())
                .contains(checkpoint().root().base64());
    }

    private List<UUID> append(int count) {
        return new TransactionTemplate(transactions).execute(status -> {
            var entries = new ArrayList<UUID>();
            for (int at = 0; at < count; at++) {
                entries.add(custody.append(
                        Entry.Kind.ACT,
                        null,
                        Hash.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII))));
            }
            return entries;
        });
    }

    private Checkpoint checkpoint() {
        return Checkpoint.parse(SignedNote.parse(text(get("/log/checkpoint"))).text());
    }

    private LogKey key() {
        return LogKey.parse(text(get("/log/key")).strip());
    }

    private Json.Members json(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return (Json.Members) Json.parse(answer.body(), 1 << 20);
    }

    private static List<Hash> hashes(Json.Members members) {
        return ((Json.Array) member(members, "proof"))
                .items().stream()
                        .map(item -> Hash.ofBase64(((Json.Text) item).text()))
                        .toList();
    }

    private static Json member(Json.Members members, String name) {
        return Objects.requireNonNull(members.members().get(name), name);
    }

    private static String string(Json.Members members, String name) {
        return ((Json.Text) member(members, name)).text();
    }

    private static long whole(Json.Members members, String name) {
        return ((Json.Whole) member(members, name)).value();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
