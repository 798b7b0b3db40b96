package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Execute;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Progress;
import org.enlace.ledger.Send;
import org.enlace.ledger.Signed;
import org.enlace.ledger.TakeInCharge;
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

/** Paraguay waits for Costa Rica: it asks how its request stands, and adds what nobody asked for. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class AskedAndAddedOverHttpTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();
    private static final String COSTA_RICA_CENTRAL = Cast.Office.COSTA_RICA_CENTRAL.id();
    private static final String MINISTRY = Cast.Office.PARAGUAY_CENTRAL.id();
    private static final String FORM = Papers.preservation("41 charges");
    private static final String MESSAGE = Papers.message("answer");
    private static final String WHY = Papers.message("enquire", "{\"note\":\"hearing on Friday\"}");
    private static final String ADDED = Papers.message("add", "{\"addition\":\"the hearing is on the 9th\"}");
    private static final byte[] SUMMONS = "summons".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private OfficerSession asuncion;
    private OfficerSession ministry;
    private OfficerSession sanJose;
    private OfficerSession pgr;

    @BeforeEach
    void signIn() {
        asuncion = as(Cast.PARAGUAY_DUTY);
        ministry = as(Cast.PARAGUAY_CENTRAL);
        sanJose = as(Cast.COSTA_RICA_DUTY);
        pgr = as(Cast.COSTA_RICA_CENTRAL);
    }

    @Nested
    class AskedHowItStands {

        @Test
        void itIsTheTurnOfWhoeverHasItWhoIsToldAndSaysSoWithOnePress() {
            var id = documents(Urgency.ORDINARY);
            var before = told(id, COSTA_RICA_CENTRAL);
            asuncion.act(id, Coded.Plain.ENQUIRE, WHY);

            assertThat(row(id).task()).isEqualTo("progress");
            assertThat(row(id).turn()).isEqualTo("requested");
            var due = row(id).due();
            assertThat(due)
                    .as("three working days from now")
                    .isAfter(OffsetDateTime.now(SAN_JOSE).plusDays(2))
                    .isBefore(OffsetDateTime.now(SAN_JOSE).plusDays(12));
            assertThat(told(id, COSTA_RICA_CENTRAL)).hasSize(before.size() + 1).contains("PROGRESS_ASKED");
            assertThat(deadline(id, "PROGRESS_ASKED")).isEqualTo(due);
            assertThat(pgr.page("/desk?section=mine").require(200).text())
                    .contains("/requests/" + id, "Informar cómo va");
            assertThat(pgr.get("/desk/calendar.ics").require(200).text().replaceAll("\r\n ", ""))
                    .contains("/requests/" + id, reference(id) + ": Informar cómo va");
            assertThat(pgr.page("/requests/" + id).require(200).text())
                    .contains("pregunta cómo va esta solicitud", "data-quick=\"legal\"", "href=\"#progress\"");
            assertThat(pgr.open(id, message(id))).asString().isEqualTo(WHY);
            assertThat(asuncion.page("/requests/" + id).text())
                    .contains("debe informar cómo va", "Se preguntó el")
                    .doesNotContain("data-kind=\"enquire\"");

            pgr.act(id, new Progress("legal", in(20)), null);
            assertThat(row(id).task()).isEqualTo("execute");
            assertThat(told(id, Cast.Office.PARAGUAY.id())).contains("REQUEST_MOVED");
            assertThat(asuncion.page("/requests/" + id).text())
                    .as("it can be asked again, and the page says what was promised")
                    .contains("data-kind=\"enquire\"", "Aun así, puede preguntar");
        }

        @Test
        void ofSomethingUrgentTheAnswerIsDueInADayOfTwentyFourHours() {
            var id = documents(Urgency.URGENT);
            var asked = Instant.parse(
                    asuncion.act(id, Coded.Plain.ENQUIRE, null).get("at").asString());
            assertThat(row(id).due().toInstant()).isEqualTo(asked.plus(24, ChronoUnit.HOURS));
        }

        @Test
        void noPeriodAndNoStageMovesByIt() {
            var id = documents(Urgency.ORDINARY);
            var before = pgr.page("/requests/" + id).text();
            var stage = row(id).stage();
            asuncion.act(id, Coded.Plain.ENQUIRE, null);
            assertThat(row(id).stage()).isEqualTo(stage);
            var decide = java.util.regex.Pattern.compile(
                    "Decidir sobre la ejecución</dt>.*?</time>", java.util.regex.Pattern.DOTALL);
            assertThat(first(decide, pgr.page("/requests/" + id).text())).isEqualTo(first(decide, before));
        }

        @Test
        void onceAndOnlyOnceThereIsSomebodyToSaySo() {
            var sent = signed(Urgency.ORDINARY);
            asuncion.post(sent).require(200);
            var id = sent.request();
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, null)).isEqualTo("NOT_TAKEN_YET");
            pgr.act(id, OfficerSession.OPEN, null);
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, null)).isEqualTo("NOT_TAKEN_YET");
            assertThat(asuncion.page("/requests/" + id).text()).doesNotContain("data-kind=\"enquire\"");
            pgr.act(id, new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), in(30)), MESSAGE);
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, ADDED, SUMMONS))
                    .as("files come with what is added")
                    .isEqualTo("WRONG_CONTENT");
            asuncion.act(id, Coded.Plain.ENQUIRE, null);
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, null)).isEqualTo("ALREADY_ENQUIRED");
            assertThat(refused(as(Cast.PARAGUAY_DEPUTY), id, Coded.Plain.ENQUIRE, null))
                    .isEqualTo("ALREADY_ENQUIRED");
        }

        @Test
        void onlyByWhoeverAskedForHelp() {
            var id = documents(Urgency.ORDINARY);
            assertThat(refused(pgr, id, Coded.Plain.ENQUIRE, null)).isEqualTo("NOT_YOUR_ACT");
            share(id);
            assertThat(refused(ministry, id, Coded.Plain.ENQUIRE, null)).isEqualTo("NOT_YOUR_ACT");
            assertThat(as(Cast.BRAZIL_DUTY)
                            .post(new OfficerSession.Signed(
                                    id,
                                    UUID.randomUUID(),
                                    asuncion.sign(id, Coded.Plain.ENQUIRE, null).jws(),
                                    List.of(),
                                    null))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void whateverSaysMoreThanNewsAnswersItAndWhatIsArrangedWithinDoesNot() {
            for (var answer : List.<Coded>of(new Accept(in(30)), new Execute(false), new Ask(in(3), List.of()))) {
                var id = documents(Urgency.ORDINARY);
                asuncion.act(id, Coded.Plain.ENQUIRE, null);
                pgr.act(id, new Assign(Cast.COSTA_RICA_CENTRAL.function()), null);
                assertThat(row(id).task()).isEqualTo("progress");
                pgr.act(id, answer, MESSAGE);
                assertThat(row(id).task()).as(answer.kind()).isNotEqualTo("progress");
            }
        }

        @Test
        void notWhileTheOtherSideWaitsNorWhenAllIsDone() {
            var id = documents(Urgency.ORDINARY);
            pgr.act(id, new Ask(in(3), List.of()), MESSAGE);
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, null)).isEqualTo("ANSWER_FIRST");
            asuncion.act(id, new Answer(List.of()), MESSAGE);
            asuncion.act(id, Coded.Plain.ENQUIRE, null);
            asuncion.act(id, new Close(Close.Outcome.NO_LONGER_NEEDED), null);
            assertThat(row(id).task())
                    .as("nobody is asked about what is closed")
                    .isNull();
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, null)).isEqualTo("CLOSED");

            var kept = preserved();
            assertThat(refused(asuncion, kept, Coded.Plain.ENQUIRE, null)).isEqualTo("ALREADY_PRESERVED");
        }

        @Test
        void whatIsDueBeforeStaysTheTurnAndTheDeskSaysBoth() {
            var id = documents(Urgency.ORDINARY, in(0));
            asuncion.act(id, Coded.Plain.ENQUIRE, null);
            assertThat(row(id).task()).isEqualTo("execute");
            assertThat(pgr.page("/desk?section=mine&reference=" + reference(id))
                            .require(200)
                            .text())
                    .contains("Preguntan cómo va");
            assertThat(pgr.page("/requests/" + id).text())
                    .contains("Respóndale a más tardar el", "data-reveal=\"progress\"");
            assertThat(asuncion.page("/requests/" + id).text()).contains("debe responder a más tardar el");
        }

        @Test
        void whoeverHandedItOnLearnsNothingOfIt() {
            var id = documents(Urgency.ORDINARY);
            handOn(id);
            assertThat(refused(asuncion, id, Coded.Plain.ENQUIRE, null)).isEqualTo("NOT_TAKEN_YET");
            sanJose.act(id, OfficerSession.OPEN, null);
            sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), in(30)), MESSAGE);
            asuncion.act(id, Coded.Plain.ENQUIRE, WHY);
            assertThat(told(id, COSTA_RICA)).contains("PROGRESS_ASKED");
            assertThat(told(id, COSTA_RICA_CENTRAL)).doesNotContain("PROGRESS_ASKED");
            assertThat(pgr.page("/requests/" + id).require(200).text()).doesNotContain("cómo va esta solicitud");
            assertThat(pgr.page("/desk").text()).contains("/requests/" + id);
            assertThat(pgr.get("/documents/" + message(id)).status()).isEqualTo(404);
        }
    }

    @Nested
    class SomethingIsAdded {

        @Test
        void whoeverHasItReadsItAndWhoeverItIsSharedWithTurnAndPeriodsStay() {
            var id = documents(Urgency.ORDINARY);
            share(id);
            var before = row(id);
            asuncion.act(id, Coded.Plain.ADD, ADDED, SUMMONS);
            assertThat(row(id)).isEqualTo(before);
            assertThat(pgr.open(id, message(id))).asString().isEqualTo(ADDED);
            assertThat(pgr.open(id, file(id))).isEqualTo(SUMMONS);
            assertThat(ministry.open(id, message(id))).asString().isEqualTo(ADDED);
            assertThat(ministry.open(id, file(id))).isEqualTo(SUMMONS);
            assertThat(asuncion.open(id, file(id))).isEqualTo(SUMMONS);
            assertThat(as(Cast.BRAZIL_DUTY).get("/documents/" + file(id)).status())
                    .isEqualTo(404);
            assertThat(told(id, COSTA_RICA_CENTRAL)).contains("REQUEST_ADDED_TO");
            assertThat(deadline(id, "REQUEST_ADDED_TO"))
                    .as("nothing is to be done about it")
                    .isNull();
            assertThat(told(id, MINISTRY)).doesNotContain("REQUEST_ADDED_TO");
        }

        @Test
        void itIsNewsUntilSomebodyHasReadItOrActed() {
            var id = documents(Urgency.ORDINARY);
            handOn(id);
            sanJose.act(id, OfficerSession.OPEN, null);
            sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), in(30)), MESSAGE);
            asuncion.act(id, Coded.Plain.ADD, ADDED);
            assertThat(added(sanJose, id)).isTrue();
            assertThat(added(asuncion, id)).isFalse();
            assertThat(sanJose.page("/requests/" + id).text()).contains("añadió algo el");
            as(Cast.COSTA_RICA_DEPUTY).get("/requests/" + id + "/key").require(200);
            assertThat(added(sanJose, id)).as("a colleague read it").isFalse();

            asuncion.act(id, Coded.Plain.ADD, ADDED);
            assertThat(added(sanJose, id)).isTrue();
            sanJose.act(id, new Progress("legal", in(20)), null);
            assertThat(added(sanJose, id)).isFalse();
            assertThat(sanJose.page("/requests/" + id).text()).doesNotContain("añadió algo el");
        }

        @Test
        void beforeAnybodyOpenedItAndThenItIsReadWithTheRequest() {
            var sent = signed(Urgency.ORDINARY);
            asuncion.post(sent).require(200);
            var id = sent.request();
            asuncion.act(id, Coded.Plain.ADD, ADDED, SUMMONS);
            assertThat(row(id).task()).isEqualTo("open");
            assertThat(pgr.get("/documents/" + file(id)).status()).isEqualTo(404);
            assertThat(added(pgr, id)).isFalse();
            pgr.act(id, OfficerSession.OPEN, null);
            assertThat(pgr.open(id, file(id))).isEqualTo(SUMMONS);
        }

        @Test
        void onlyByWhoeverAskedForHelpWithWordsAndNotAfterTheEnd() {
            var id = documents(Urgency.ORDINARY);
            assertThat(refused(pgr, id, Coded.Plain.ADD, ADDED)).isEqualTo("NOT_YOUR_ACT");
            assertThat(refused(asuncion, id, Coded.Plain.ADD, null)).isEqualTo("WRONG_CONTENT");
            share(id);
            assertThat(refused(ministry, id, Coded.Plain.ADD, ADDED)).isEqualTo("NOT_YOUR_ACT");
            asuncion.act(id, new Close(Close.Outcome.NO_LONGER_NEEDED), null);
            assertThat(refused(asuncion, id, Coded.Plain.ADD, ADDED)).isEqualTo("CLOSED");
            assertThat(asuncion.page("/requests/" + id).text()).doesNotContain("data-kind=\"add\"");

            var kept = preserved();
            asuncion.act(kept, Coded.Plain.ADD, ADDED, SUMMONS);
            assertThat(sanJose.open(kept, file(kept))).isEqualTo(SUMMONS);
            assertThat(added(sanJose, kept)).isTrue();
        }

        @Test
        void whoeverHandedItOnReadsNothingOfIt() {
            var id = documents(Urgency.ORDINARY);
            asuncion.act(id, Coded.Plain.ADD, ADDED, SUMMONS);
            var earlier = file(id);
            handOn(id);
            asuncion.act(id, Coded.Plain.ADD, ADDED, SUMMONS);
            assertThat(pgr.open(id, earlier)).as("what it had").isEqualTo(SUMMONS);
            assertThat(pgr.get("/documents/" + file(id)).status()).isEqualTo(404);
            assertThat(pgr.get("/requests/" + id + "/acts").require(200).text())
                    .doesNotContain(message(id).toString());
            sanJose.act(id, OfficerSession.OPEN, null);
            assertThat(sanJose.open(id, file(id))).isEqualTo(SUMMONS);
            assertThat(sanJose.open(id, earlier)).isEqualTo(SUMMONS);
        }

        @Test
        void bothArePartOfTheEvidence(@TempDir Path folder) throws Exception {
            var id = documents(Urgency.ORDINARY);
            asuncion.act(id, Coded.Plain.ENQUIRE, WHY);
            asuncion.act(id, Coded.Plain.ADD, ADDED, SUMMONS);
            var file = Files.write(
                    folder.resolve("evidence.zip"),
                    pgr.get("/requests/" + id + "/evidence?content=true")
                            .require(200)
                            .body());
            var ledger = Verify.class.getProtectionDomain().getCodeSource().getLocation();
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var process = new ProcessBuilder(
                            java,
                            "-cp",
                            Path.of(ledger.toURI()).toString(),
                            Verify.class.getName(),
                            file.toString(),
                            "--language",
                            "en")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said).contains("asked how the request stands", "something added by the requesting authority");
        }
    }

    private UUID documents(Urgency urgency) {
        return documents(urgency, in(30));
    }

    private UUID documents(Urgency urgency, LocalDate promised) {
        var sent = signed(urgency);
        asuncion.post(sent).require(200);
        pgr.act(sent.request(), OfficerSession.OPEN, null);
        pgr.act(sent.request(), new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), promised), MESSAGE);
        return sent.request();
    }

    private OfficerSession.Signed signed(Urgency urgency) {
        return asuncion.sign(
                COSTA_RICA_CENTRAL,
                urgency,
                null,
                send -> new Send(
                        "documents",
                        "untoc",
                        send.requestedState(),
                        send.requestedAuthority(),
                        send.recipientGeneration(),
                        send.urgent(),
                        Send.Status.NEW,
                        null,
                        "assistance/1",
                        send.conditions()),
                FORM);
    }

    private UUID preserved() {
        var sent = asuncion.sign(COSTA_RICA, Urgency.ORDINARY, null, FORM);
        asuncion.post(sent).require(200);
        var id = sent.request();
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), in(1)), MESSAGE);
        var from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(id, new Preserve(from, from.atZone(SAN_JOSE).toLocalDate().plusDays(60), true), MESSAGE);
        return id;
    }

    private void share(UUID id) {
        asuncion.post(asuncion.share(id, MINISTRY)).require(200);
    }

    private void handOn(UUID id) {
        pgr.post(pgr.transfer(id, COSTA_RICA)).require(200);
    }

    /** The message that the last act brought. */
    private UUID message(UUID id) {
        return last(id).content().getFirst().document();
    }

    /** The file that came with it. */
    private UUID file(UUID id) {
        return last(id).content().getLast().document();
    }

    private org.enlace.ledger.Act last(UUID id) {
        return asuncion.acts(id).stream()
                .map(AskedAndAddedOverHttpTests::act)
                .filter(act -> act.coded() == Coded.Plain.ENQUIRE || act.coded() == Coded.Plain.ADD)
                .reduce((first, next) -> next)
                .orElseThrow();
    }

    private static org.enlace.ledger.Act act(Jws jws) {
        return (org.enlace.ledger.Act) Signed.of(jws);
    }

    /** As the desk is ordered. */
    private record Row(
            String stage,
            @Nullable String turn,
            @Nullable String task,
            @Nullable OffsetDateTime due) {}

    private Row row(UUID id) {
        return jdbc.sql("select stage, turn, task, due from exchange.standing where request = :id")
                .param("id", id)
                .query((row, index) -> new Row(
                        row.getString("stage"),
                        row.getString("turn"),
                        row.getString("task"),
                        row.getObject("due", OffsetDateTime.class)))
                .single();
    }

    private List<String> told(UUID id, String authority) {
        return jdbc.sql("select kind from notices.notice where path = :path and audience = :audience")
                .param("path", "/requests/" + id)
                .param("audience", "authority:" + authority)
                .query(String.class)
                .list();
    }

    private @Nullable OffsetDateTime deadline(UUID id, String kind) {
        return jdbc.sql("select deadline from notices.notice where path = :path and kind = :kind")
                .param("path", "/requests/" + id)
                .param("kind", kind)
                .query((row, index) -> row.getObject("deadline", OffsetDateTime.class))
                .list()
                .getFirst();
    }

    /** Whether the row of the request on the officer's desk says that something was added. */
    private boolean added(OfficerSession officer, UUID id) {
        var row = java.util.regex.Pattern.compile(
                "<tr>(?:(?!</tr>).)*/requests/" + id + "\".*?</tr>", java.util.regex.Pattern.DOTALL);
        return first(
                        row,
                        officer.page("/desk?reference=" + reference(id))
                                .require(200)
                                .text())
                .contains("Se añadió algo");
    }

    private String reference(UUID id) {
        return jdbc.sql("select reference from exchange.request where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static String first(java.util.regex.Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group();
    }

    private static String refused(
            OfficerSession officer, UUID id, Coded coded, @Nullable String message, byte[]... files) {
        var reply = officer.post(officer.sign(id, coded, message, files));
        assertThat(reply.status()).isBetween(409, 422);
        return reply.code();
    }

    private static LocalDate in(int days) {
        return LocalDate.now(SAN_JOSE).plusDays(days);
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
