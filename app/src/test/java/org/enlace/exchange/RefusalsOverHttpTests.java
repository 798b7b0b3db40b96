package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Signed;
import org.enlace.ledger.SignedRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** Whoever is refused gets the reason with a signature, and nobody swells the log by being refused. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class RefusalsOverHttpTests {

    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();
    private static final String FORM = Papers.preservation("canary-40ab");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anActSealedToAnOldKeyComesBackWithAProofThatIsJudgedWithoutTheServer(@TempDir Path folder) throws Exception {
        var brasilia = as(Cast.BRAZIL_DUTY);
        var sent = brasilia.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
        var refused = refused(brasilia, sent);
        assertThat(refused.code()).isEqualTo("KEY_CHANGED");
        assertThat(refused.json().get("detail").asString()).isNotBlank();

        var file = refused.json().get("refusal");
        var said = said(file);
        assertThat(said.code()).isEqualTo("KEY_CHANGED");
        assertThat(said.next()).isEqualTo(SignedRefusal.Next.AUTHOR);
        assertThat(said.what())
                .isEqualTo(new SignedRefusal.What(
                        SignedRefusal.Kind.ACT,
                        sent.request(),
                        sent.act(),
                        sent.jws().digest()));
        assertThat(said.account()).isEqualTo(Cast.BRAZIL_DUTY.account());
        assertThat(said.entered()).isTrue();
        assertThat(file.get("log").get("index").asLong())
                .isGreaterThanOrEqualTo(said.log().size());

        var logKey = brasilia.get("/log/key").require(200).text().strip();
        var verified = verify(Files.writeString(folder.resolve("refusal.json"), file.toString()), logKey);
        assertThat(verified)
                .startsWith("VALID")
                .contains("KEY_CHANGED", said.refusal().toString());
        var whole = verify(Files.writeString(folder.resolve("answer.json"), refused.text()), logKey);
        assertThat(whole).as("the answer as it came will do, too").startsWith("VALID");

        assertThat(refused(brasilia, sent).json().get("refusal").get("refusal"))
                .as("the same bytes refused for the same reason have one record")
                .isEqualTo(file.get("refusal"));
        assertThat(jdbc.sql("select count(*) from exchange.act where act = :act")
                        .param("act", sent.act())
                        .query(Integer.class)
                        .single())
                .as("nothing was recorded but the refusal")
                .isZero();
    }

    @Test
    void aRequestReplayedElsewhereOrBySomebodyElseIsRefusedWithASignature() {
        var brasilia = as(Cast.BRAZIL_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var sent = brasilia.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
        brasilia.post(sent).require(200);
        var other = brasilia.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
        brasilia.post(other).require(200);

        var elsewhere =
                brasilia.post(new OfficerSession.Signed(other.request(), sent.act(), sent.jws(), List.of(), null));
        assertThat(elsewhere.code()).isEqualTo("OTHER_REQUEST");
        assertThat(said(elsewhere.json().get("refusal")).what().digest())
                .isEqualTo(sent.jws().digest());
        var replayed = sanJose.post(sent);
        assertThat(replayed.code()).isEqualTo("NOT_YOUR_ACT");
        assertThat(said(replayed.json().get("refusal")).account()).isEqualTo(Cast.COSTA_RICA_DUTY.account());
        assertThat(brasilia.post(sent).require(200).json().get("act").asString())
                .as("its author gets the first answer again")
                .isEqualTo(sent.act().toString());
    }

    @Test
    void saysWhoMustActWhereTheAuthorCannot() {
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var brasilia = as(Cast.BRAZIL_DUTY);
        var sent = brasilia.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
        brasilia.post(sent).require(200);
        var open = sanJose.sign(sent.request(), OfficerSession.OPEN, null);
        sanJose.post(open).require(200);
        var again = sanJose.post(sanJose.sign(sent.request(), OfficerSession.OPEN, null));
        assertThat(again.code()).isEqualTo("ALREADY_OPENED");
        assertThat(said(again.json().get("refusal")).next()).isEqualTo(SignedRefusal.Next.NOBODY);
    }

    @Test
    void whatCannotBeReadOrSeenIsAnsweredAndNotSigned() {
        var brasilia = as(Cast.BRAZIL_DUTY);
        var sent = brasilia.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
        var unreadable = brasilia.post("/requests", Map.of("jws", "a.b.c", "keys", sent.copies()));
        assertThat(unreadable.code()).isEqualTo("MALFORMED");
        assertThat(unreadable.json().has("refusal")).isFalse();
        var nowhere = brasilia.post(
                "/requests/" + UUID.randomUUID() + "/acts",
                Map.of("jws", sent.jws().compact()));
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.json().has("refusal")).isFalse();
    }

    @Test
    void nobodySwellsTheLogByBeingRefused() throws Exception {
        var before = entered(Cast.BRAZIL_DEPUTY);
        var deputy = as(Cast.BRAZIL_DEPUTY);
        var id = deputy.newId();
        deputy.post("/uploads", Map.of("id", id, "request", deputy.newId(), "size", 100))
                .require(201);
        var files = new ArrayList<JsonNode>();
        var presses = new ArrayList<Callable<JsonNode>>();
        for (var n = 0; n < 60; n++) {
            var bytes = ("%03d".formatted(n) + "x".repeat(97)).getBytes(StandardCharsets.US_ASCII);
            presses.add(() -> {
                var refused = deputy.put("/uploads/" + id + "/chunks/0", bytes);
                assertThat(refused.code()).isIn("NOT_SEALED", "BUSY");
                var file = refused.json().path("refusal");
                if (file.isObject()) {
                    assertThat(said(file).what().digest()).isEqualTo(Hash.sha256(bytes));
                }
                return file;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var each : threads.invokeAll(presses)) files.add(each.get());
        }
        assertThat(entered(Cast.BRAZIL_DEPUTY)).isGreaterThan(before).isLessThanOrEqualTo(40);
        var ids = new HashSet<UUID>();
        files.stream()
                .filter(JsonNode::isObject)
                .map(RefusalsOverHttpTests::said)
                .forEach(each -> ids.add(each.refusal()));
        assertThat(ids).as("each has a record of its own").hasSizeGreaterThan(40);
        assertThat(files.stream()
                        .filter(JsonNode::isObject)
                        .filter(file -> !said(file).entered())
                        .toList())
                .as("signed all the same, and saying that they were not entered")
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.get("log").isNull()).isTrue());
    }

    private int entered(Cast member) {
        return jdbc.sql("select count(*) from custody.refusal where account = :account")
                .param("account", member.account())
                .query(Integer.class)
                .single();
    }

    /** Sealed, as the act has it, to a generation that is not in use. */
    private static OfficerSession.Reply refused(OfficerSession session, OfficerSession.Signed sent) {
        var own = sent.copies().getFirst();
        var old = new OfficerSession.Copy(COSTA_RICA, 7, sent.copies().getLast().sealed());
        return session.post("/requests", Map.of("jws", sent.jws().compact(), "keys", List.of(own, old)));
    }

    private static SignedRefusal said(JsonNode file) {
        return (SignedRefusal) Signed.of(Jws.parse(file.get("refusal").asString()));
    }

    private static String verify(Path file, String logKey) throws Exception {
        var verify = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.enlace.ledger.Verify",
                        file.toString(),
                        "--log-key",
                        logKey,
                        "--language",
                        "en")
                .redirectErrorStream(true)
                .start();
        return new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
