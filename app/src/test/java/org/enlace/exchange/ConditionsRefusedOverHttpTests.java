package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Receive;
import org.enlace.ledger.RefuseConditions;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.UpholdConditions;
import org.enlace.ledger.Verify;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Costa Rica cannot accept the conditions of Paraguay's request, Paraguay not those of Costa Rica's result: what either side sees, may do, and is no more reminded of. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class ConditionsRefusedOverHttpTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String FORM = Papers.preservation("41 charges");
    private static final String MESSAGE = Papers.message("refuse-conditions");
    private static final Conditions STRICT = new Conditions(
            Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.NONE, Conditions.Leave.NONE);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outstanding outstanding;

    @Autowired
    private Holdings holdings;

    private OfficerSession asuncion;
    private OfficerSession sanJose;
    private OfficerSession central;

    @BeforeEach
    void signIn() {
        asuncion = as(Cast.PARAGUAY_DUTY);
        sanJose = as(Cast.COSTA_RICA_DUTY);
        central = as(Cast.COSTA_RICA_CENTRAL);
    }

    @Nested
    class OfARequest {

        @Test
        void areRefusedByWhoeverHasItAndNothingIsOpenedByThat() {
            var id = sent();
            assertThat(sanJose.page("/requests/" + id).require(200).text())
                    .contains("data-part=\"refuse-conditions\"", "No podemos aceptarlas", "value=\"own-law\"");
            sanJose.act(id, refused("onward"), null);
            assertThat(sanJose.get("/requests/" + id + "/key").code()).isEqualTo("NOT_OPENED");
            assertThat(standing(id)).startsWith("sent requesting send-again 20");
            assertThat(sanJose.page("/requests/" + id).require(200).text())
                    .contains("data-part=\"open-request\"", "El límite para transmitirla a otros")
                    .doesNotContain("data-part=\"refuse-conditions\"");
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .contains(
                            "Costa Rica no puede aceptar las condiciones de su solicitud",
                            "El límite para transmitirla a otros",
                            "Condiciones no aceptadas",
                            "data-reveal=\"withdraw\"",
                            "data-reveal=\"uphold-conditions\"");
            assertThat(asuncion.page("/desk?section=mine").require(200).text())
                    .contains("/requests/" + id, "Enviarla con otras condiciones o comunicar que se mantienen");
            assertThat(sanJose.page("/desk?section=mine").require(200).text()).doesNotContain("/requests/" + id);
            assertThat(letters(Cast.Office.PARAGUAY, id)).containsExactly("REQUEST_MOVED");
        }

        @Test
        void stopTheLadderOfRemindersUntilItIsOpenedAllTheSame() {
            var id = sent();
            assertThat(isPressed(id)).isTrue();
            sanJose.act(id, refused("purpose"), null);
            assertThat(isPressed(id)).isFalse();
            asuncion.act(id, new UpholdConditions(null), null);
            assertThat(standing(id)).isEqualTo("sent requested open null");
            assertThat(isPressed(id)).as("nothing is due").isFalse();
            assertThat(sanJose.page("/requests/" + id).text())
                    .contains("Paraguay comunica que sus condiciones se mantienen");
            sanJose.act(id, OfficerSession.OPEN, null);
            assertThat(standing(id)).startsWith("opened requested take-in-charge 20");
            assertThat(sanJose.page("/requests/" + id).text())
                    .as("whoever opens has accepted them")
                    .doesNotContain("Estas condiciones no pueden aceptarse");
        }

        @Test
        void leadToTheSameRequestUnderOthers() {
            var id = sent();
            assertThat(asuncion.page("/requests/new?again=" + id).status())
                    .as("not while it stands")
                    .isEqualTo(409);
            sanJose.act(id, refused("court"), null);
            asuncion.act(id, Coded.Plain.WITHDRAW, null);
            assertThat(standing(id)).isEqualTo("withdrawn null null null");
            assertThat(asuncion.page("/requests/" + id).text()).contains("/requests/new?again=" + id);
            assertThat(sanJose.page("/requests/" + id).text()).doesNotContain("again=" + id);
            assertThat(asuncion.page("/requests/new?again=" + id).require(200).text())
                    .contains("earlier=\"" + id + "\"", "status=\"new\"", "data-part=\"take-over\"");
            assertThat(as(Cast.PARAGUAY_CENTRAL)
                            .page("/requests/new?again=" + id)
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void areRefusedOnceByThatSideAloneAndForAReasonOfTheList() {
            var id = sent();
            assertThat(code(asuncion, id, refused("purpose"))).isEqualTo("NOT_YOUR_ACT");
            assertThat(code(sanJose, id, new UpholdConditions(null))).isEqualTo("NOT_YOUR_ACT");
            assertThat(code(asuncion, id, new UpholdConditions(null))).isEqualTo("NOTHING_REFUSED");
            assertThat(code(sanJose, id, refused("we-do-not-like-them"))).isEqualTo("UNKNOWN_GROUND");
            for (var nobody : List.of(Cast.BRAZIL_DUTY, Cast.COSTA_RICA_CENTRAL)) {
                var other = as(nobody);
                assertThat(other.post(sanJose.sign(id, refused("purpose"), null))
                                .status())
                        .isIn(404, 422);
                assertThat(other.page("/requests/" + id).status()).isEqualTo(404);
            }
            sanJose.act(id, refused("purpose"), null);
            assertThat(code(sanJose, id, refused("court"))).isEqualTo("CONDITIONS_REFUSED_ALREADY");
            asuncion.act(id, new UpholdConditions(null), MESSAGE);
            assertThat(code(asuncion, id, new UpholdConditions(null))).isEqualTo("NOTHING_REFUSED");
            assertThat(code(sanJose, id, refused("court"))).isEqualTo("CONDITIONS_REFUSED_ALREADY");
            sanJose.act(id, OfficerSession.OPEN, null);
            assertThat(code(sanJose, id, refused("court"))).isEqualTo("ALREADY_OPENED");
        }
    }

    @Nested
    class OfAResult {

        @Test
        void areRefusedAndTheRequestIsClosedWithoutIt() {
            var given = given();
            var id = given.request();
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .contains("data-within=\"refuse-conditions-" + given.result());
            assertThat(code(asuncion, id, new Close(Close.Outcome.ANSWERED))).isEqualTo("NOT_RECEIVED");
            assertThat(obstacles(Cast.Office.PARAGUAY, id)).contains(Holding.Obstacle.UNRECEIVED);
            asuncion.act(id, new RefuseConditions(given.result(), "onward"), MESSAGE);
            assertThat(standing(id)).startsWith("answered requested give-again 20");
            assertThat(obstacles(Cast.Office.PARAGUAY, id)).doesNotContain(Holding.Obstacle.UNRECEIVED);
            assertThat(asuncion.get("/documents/" + given.file()).status())
                    .as("what was refused is not handed out")
                    .isEqualTo(404);
            assertThat(central.page("/requests/" + id).require(200).text())
                    .contains(
                            "Paraguay no puede aceptar las condiciones de su resultado",
                            "data-within=\"uphold-conditions-" + given.result(),
                            "data-kind=\"result\"");
            assertThat(asuncion.page("/requests/" + id).text())
                    .contains("Su autoridad no puede aceptar las condiciones de este resultado");
            asuncion.act(id, new Close(Close.Outcome.NO_LONGER_NEEDED), null);
            assertThat(standing(id)).isEqualTo("closed null null null");
            assertThat(obstacles(Cast.Office.PARAGUAY, id)).isEmpty();
        }

        @Test
        void areFollowedByTheSameUnderOthers() {
            var given = given();
            var id = given.request();
            asuncion.act(id, new RefuseConditions(given.result(), "court"), null);
            var again = UUID.fromString(central.act(id, new Result(true, OfficerSession.CONDITIONS), MESSAGE)
                    .get("act")
                    .asString());
            assertThat(standing(id)).startsWith("answered requesting receive 20");
            assertThat(code(central, id, new UpholdConditions(given.result()))).isEqualTo("NOTHING_REFUSED");
            asuncion.act(id, new Receive(again, OfficerSession.CONDITIONS), null);
            assertThat(standing(id)).isEqualTo("received null null null");
            asuncion.act(id, new Close(Close.Outcome.USED), null);
        }

        @Test
        void standAndMayBeAcceptedLater() {
            var given = given();
            var id = given.request();
            asuncion.act(id, new RefuseConditions(given.result(), "own-law"), null);
            central.act(id, new UpholdConditions(given.result()), MESSAGE);
            assertThat(standing(id)).isEqualTo("answered requesting receive null");
            assertThat(asuncion.page("/requests/" + id).text())
                    .contains("Costa Rica comunica que las condiciones de su resultado se mantienen")
                    .contains("data-kind=\"receive\"", "data-kind=\"close\"");
            asuncion.act(id, new Receive(given.result(), STRICT), null);
            assertThat(standing(id)).isEqualTo("received null null null");
            assertThat(asuncion.open(id, given.file())).asString().isEqualTo(MESSAGE);
        }

        @Test
        void areRefusedOnceByThatSideAloneAndOfAResultThatIsOne() {
            var given = given();
            var id = given.request();
            assertThat(code(central, id, new RefuseConditions(given.result(), "court")))
                    .isEqualTo("NOT_YOUR_ACT");
            assertThat(code(asuncion, id, new RefuseConditions(id, "court"))).isEqualTo("UNKNOWN_RESULT");
            assertThat(code(central, id, new UpholdConditions(given.result()))).isEqualTo("NOTHING_REFUSED");
            asuncion.act(id, new RefuseConditions(given.result(), "court"), null);
            assertThat(code(asuncion, id, new RefuseConditions(given.result(), "purpose")))
                    .isEqualTo("CONDITIONS_REFUSED_ALREADY");
            assertThat(code(asuncion, id, new UpholdConditions(given.result()))).isEqualTo("NOT_YOUR_ACT");
        }

        @Test
        void andAllThatWasSaidOfThemIsProvedWithoutTheServer(@TempDir Path folder) throws Exception {
            var given = given();
            var id = given.request();
            asuncion.act(id, new RefuseConditions(given.result(), "own-law"), MESSAGE);
            central.act(id, new UpholdConditions(given.result()), null);
            asuncion.act(id, new Close(Close.Outcome.NO_LONGER_NEEDED), null);
            var file = Files.write(
                    folder.resolve("evidence.zip"),
                    asuncion.follow("/requests/" + id + "/evidence")
                            .require(200)
                            .body());
            assertThat(verify(file)).isZero();
            assertThat(sanJose.page("/requests/" + id).status()).isEqualTo(404);
        }

        private int verify(Path file) throws Exception {
            var ledger = Verify.class.getProtectionDomain().getCodeSource().getLocation();
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Path.of(ledger.toURI()).toString(),
                            Verify.class.getName(),
                            file.toString(),
                            "--log-key",
                            asuncion.get("/log/key").text().strip())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    /** @param file its sealed message */
    private record Given(UUID request, UUID result, UUID file) {}

    private Given given() {
        var sent = asuncion.sign(
                Cast.Office.COSTA_RICA_CENTRAL.id(),
                Urgency.ORDINARY,
                null,
                send -> new Send(
                        "documents",
                        "untoc",
                        send.requestedState(),
                        send.requestedAuthority(),
                        send.recipientGeneration(),
                        false,
                        Send.Status.NEW,
                        null,
                        "assistance/1",
                        send.conditions()),
                FORM);
        asuncion.post(sent).require(200);
        var id = sent.request();
        central.act(id, OfficerSession.OPEN, null);
        central.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_CENTRAL.function(),
                        LocalDate.now(SAN_JOSE).plusDays(1)),
                MESSAGE);
        var signed = central.sign(id, new Result(true, STRICT), MESSAGE);
        central.post(signed).require(200);
        var act = (org.enlace.ledger.Act) org.enlace.ledger.Signed.of(signed.jws());
        return new Given(id, signed.act(), act.content().getFirst().document());
    }

    private UUID sent() {
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        return sent.request();
    }

    private static RefuseConditions refused(String reason) {
        return new RefuseConditions(null, reason);
    }

    /** Whether somebody would be reminded if its half hour were over. */
    private boolean isPressed(UUID id) {
        jdbc.sql("update exchange.standing set due = due - interval '40 minutes' where request = :id")
                .param("id", id)
                .update();
        return outstanding.unacknowledged(Duration.ofDays(1)).stream()
                .anyMatch(late -> late.item().request().equals(id));
    }

    private java.util.Set<Holding.Obstacle> obstacles(Cast.Office office, UUID id) {
        return holdings.of(List.of(id), office.id(), Instant.now()).getFirst().obstacles();
    }

    private String standing(UUID id) {
        return jdbc.sql("""
                        select concat_ws(' ', stage, coalesce(turn, 'null'), coalesce(task, 'null'), coalesce(cast(due as text), 'null'))
                        from exchange.standing where request = :id
                        """).param("id", id).query(String.class).single();
    }

    private List<String> letters(Cast.Office office, UUID id) {
        return jdbc.sql("select kind from notices.notice where audience = :audience and path = :path")
                .param("audience", "authority:" + office.id())
                .param("path", "/requests/" + id)
                .query(String.class)
                .list();
    }

    private static String code(OfficerSession officer, UUID id, Coded coded) {
        return code(officer, id, coded, null);
    }

    private static String code(OfficerSession officer, UUID id, Coded coded, @Nullable String message) {
        var reply = officer.post(officer.sign(id, coded, message));
        assertThat(reply.status()).isBetween(409, 422);
        return Objects.requireNonNull(reply.code());
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
