package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Call;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Execute;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.LetLapse;
import org.enlace.ledger.Postpone;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Progress;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Verify;
import org.enlace.procedure.Standing;
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
import tools.jackson.databind.JsonNode;

/** The acts between taking in charge and closing that one request after the other brings, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class EveryActOverHttpTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();
    private static final String FORM = Papers.form("preservation/1", "{}");
    private static final String MESSAGE = Papers.message("ask");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

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
    class OfARequestForAssistance {

        @Test
        void isPostponedOnAGroundOfItsTreatyHeardOfAndTakenUpAgain() {
            var id = inCharge();
            assertThat(refused(central, id, new Postpone("uncc40.interferes_own_case", in(30)), MESSAGE))
                    .isEqualTo("GROUND_NOT_GIVEN");
            assertThat(refused(central, id, new Postpone("because", in(30)), MESSAGE))
                    .isEqualTo("UNKNOWN_GROUND");
            assertThat(refused(central, id, new Postpone("a55_11.own_case", in(-1)), MESSAGE))
                    .isEqualTo("UNTIL_PASSED");
            assertThat(refused(asuncion, id, new Postpone("a55_11.own_case", in(30)), MESSAGE))
                    .isEqualTo("NOT_YOUR_ACT");
            central.act(id, new Postpone("a55_11.own_case", in(30)), MESSAGE);
            assertThat(stage(id)).isEqualTo("postponed");
            central.act(id, new Postpone("a55_11.own_case", in(60)), MESSAGE);

            assertThat(refused(central, id, new Progress("nothing", in(7)), null))
                    .isEqualTo("UNKNOWN_GROUND");
            assertThat(refused(central, id, new Progress("legal", in(-1)), null))
                    .isEqualTo("NEXT_DATE_PASSED");
            central.act(id, new Progress("legal", in(7)), null);
            assertThat(due(id)).isEqualTo(Standing.endOf(in(7), SAN_JOSE));
            assertThat(stage(id)).isEqualTo("postponed");
            central.act(id, new Accept(in(20)), MESSAGE);
            assertThat(stage(id)).isEqualTo("accepted");
            assertThat(asuncion.page("/requests/" + id).require(200).text()).contains(id.toString());
        }

        @Test
        void isExecutedAndAnsweredInParts() {
            var id = inCharge();
            assertThat(refused(asuncion, id, new Execute(true), null)).isEqualTo("NOT_YOUR_ACT");
            central.act(id, new Execute(false), null);
            assertThat(stage(id)).isEqualTo("partly-executed");
            var first = result(id, false, OfficerSession.CONDITIONS);
            assertThat(stage(id)).isEqualTo("partly-executed");
            asuncion.act(id, new Receive(first, OfficerSession.CONDITIONS), null);
            assertThat(stage(id)).as("more is to come").isEqualTo("partly-executed");
            assertThat(refused(asuncion, id, new Receive(first, OfficerSession.CONDITIONS), null))
                    .isEqualTo("NOTHING_TO_RECEIVE");

            central.act(id, new Execute(true), MESSAGE, "record".getBytes(StandardCharsets.UTF_8));
            assertThat(stage(id)).isEqualTo("executed");
            assertThat(refused(central, id, new Execute(true), null)).isEqualTo("ALREADY_EXECUTED");
            var second = result(id, false, OfficerSession.CONDITIONS);
            var last = result(id, true, OfficerSession.CONDITIONS);
            assertThat(refused(central, id, new Progress("legal", in(7)), null)).isEqualTo("ALREADY_ANSWERED");
            asuncion.act(id, new Receive(last, OfficerSession.CONDITIONS), null);
            assertThat(stage(id)).as("one part is still to be received").isEqualTo("answered");
            asuncion.act(id, new Receive(second, OfficerSession.CONDITIONS), null);
            assertThat(stage(id)).isEqualTo("received");
            asuncion.act(id, new Close(Close.Outcome.USED), null);
            assertThat(stage(id)).isEqualTo("closed");
        }

        @Test
        void saysThatAPartWaitsThoughTheOtherSideGoesOn() {
            var id = inCharge();
            var mine = "/desk?section=mine";
            var part = result(id, false, OfficerSession.CONDITIONS);
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .contains("Ha llegado una parte del resultado");
            assertThat(asuncion.page(mine).require(200).text()).contains("/requests/" + id);
            assertThat(central.page(mine).require(200).text())
                    .as("which has the rest to do")
                    .contains("/requests/" + id);
            assertThat(central.page("/requests/" + id).text()).doesNotContain("Ha llegado una parte");
            asuncion.act(id, new Receive(part, OfficerSession.CONDITIONS), null);
            assertThat(asuncion.page("/requests/" + id).text()).doesNotContain("Ha llegado una parte");
            assertThat(asuncion.page(mine).text()).doesNotContain("/requests/" + id);
        }

        @Test
        void isToBeReceivedAndWhatIsToBeDestroyedAnsweredByADay() {
            var id = inCharge();
            result(id, true, OfficerSession.CONDITIONS);
            assertThat(due(id)).as("received").isAfter(Instant.now());
            assertThat(asuncion.page("/desk/calendar.ics").require(200).text()).contains("UID:" + id);

            var other = inCharge();
            asuncion.act(other, Coded.Plain.ASK_DESTRUCTION, null);
            assertThat(due(other)).as("destroyed").isAfter(Instant.now());
            assertThat(central.page("/desk/calendar.ics").require(200).text()).contains("UID:" + other);
        }

        @Test
        void canBeAskedForWhatMostStatesDoNotNeed() {
            assertThat(central.page("/requests/" + inCharge() + "?lang=en")
                            .require(200)
                            .text())
                    .contains("Other questions of the form");
        }

        @Test
        void saysForHowLongAPeriodStoodStillAndWhy() {
            var id = inCharge();
            central.act(id, new Ask(in(3), List.of()), MESSAGE);
            assertThat(central.page("/requests/" + id + "?lang=en").text())
                    .doesNotContain("Stood still for a question");
            asuncion.act(id, new Answer(List.of()), MESSAGE);
            assertThat(central.page("/requests/" + id + "?lang=en").require(200).text())
                    .contains("Stood still for a question");
        }

        @Test
        void isCorrectedWhereWhatWasGivenProvesWrongAlsoAfterItWasClosed() {
            var id = inCharge();
            var first = result(id, true, OfficerSession.CONDITIONS);
            asuncion.act(id, new Receive(first, OfficerSession.CONDITIONS), null);
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .doesNotContain("se entregó otro resultado");
            asuncion.act(id, new Close(Close.Outcome.USED), null);

            assertThat(central.page("/requests/" + id + "?lang=en").require(200).text())
                    .contains("Correct or supplement the result");
            var second = result(id, true, OfficerSession.CONDITIONS);
            assertThat(stage(id)).isEqualTo("answered");
            assertThat(asuncion.page("/desk?section=mine").require(200).text()).contains("/requests/" + id);
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .containsOnlyOnce("se entregó otro resultado")
                    .contains("Resultado corregido o completado");
            assertThat(refused(asuncion, id, new Close(Close.Outcome.USED), null))
                    .isEqualTo("NOT_RECEIVED");
            asuncion.act(id, new Receive(second, OfficerSession.CONDITIONS), null);
            asuncion.act(id, new Close(Close.Outcome.USED), null);
            assertThat(stage(id)).isEqualTo("closed");
        }

        @Test
        void isNotAnsweredOnceItWasClosedWithoutAnyResult() {
            var id = inCharge();
            asuncion.act(id, new Close(Close.Outcome.NO_LONGER_NEEDED), null);
            assertThat(refused(central, id, new Result(true, OfficerSession.CONDITIONS), MESSAGE))
                    .isEqualTo("CLOSED");
        }
    }

    @Nested
    class FollowedUpTowardsAThirdState {

        @Test
        void needsAResultThatMayBePassedOn() {
            var id = inCharge();
            assertThat(followUp(id).code()).as("nothing was received").isEqualTo("FORBIDDEN_BY_CONDITIONS");
            var result = result(id, true, under(Conditions.Leave.ASK));
            asuncion.act(id, new Receive(result, under(Conditions.Leave.ASK)), null);
            assertThat(followUp(id).code()).isEqualTo("FORBIDDEN_BY_CONDITIONS");
            use(id, result, AskUse.Use.COURT);
            assertThat(followUp(id).code())
                    .as("leave for court is not leave for another authority")
                    .isEqualTo("FORBIDDEN_BY_CONDITIONS");
            use(id, result, AskUse.Use.OTHER_AUTHORITY);
            followUp(id).require(200);
        }

        @Test
        void isNeverAllowedForWhatMayNotBePassedOn() {
            var id = inCharge();
            var result = result(id, true, under(Conditions.Leave.NONE));
            asuncion.act(id, new Receive(result, under(Conditions.Leave.NONE)), null);
            use(id, result, AskUse.Use.OTHER_AUTHORITY);
            assertThat(followUp(id).code()).isEqualTo("FORBIDDEN_BY_CONDITIONS");
        }

        @Test
        void isFreeWhereTheGiverSaidSo() {
            var id = inCharge();
            var result = result(id, true, under(Conditions.Leave.FREE));
            asuncion.act(id, new Receive(result, under(Conditions.Leave.FREE)), null);
            followUp(id).require(200);
        }

        private OfficerSession.Reply followUp(UUID earlier) {
            return asuncion.post(asuncion.sign(
                    Cast.Office.BRAZIL.id(),
                    Urgency.ORDINARY,
                    null,
                    send -> new Send(
                            send.measure(),
                            send.instrument(),
                            send.requestedState(),
                            send.requestedAuthority(),
                            send.recipientGeneration(),
                            false,
                            Send.Status.FOLLOW_UP,
                            earlier,
                            send.form(),
                            send.conditions()),
                    FORM));
        }

        private void use(UUID id, UUID result, AskUse.Use use) {
            var asked = asuncion.act(id, new AskUse(result, use, in(5)), MESSAGE);
            central.act(
                    id,
                    new GrantUse(UUID.fromString(asked.get("act").asString()), GrantUse.Decision.GRANTED, null),
                    null);
        }
    }

    @Nested
    class OfAPreservation {

        @Test
        void isLeftToLapseOnRecordByWhoeverAskedForIt() {
            var id = sent(Urgency.ORDINARY);
            sanJose.act(id, OfficerSession.OPEN, null);
            sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), in(1)), MESSAGE);
            assertThat(refused(asuncion, id, new LetLapse("not-needed"), null)).isEqualTo("NOT_PRESERVED");
            var from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
            sanJose.act(
                    id, new Preserve(from, from.atZone(SAN_JOSE).toLocalDate().plusDays(60), true), MESSAGE);
            assertThat(refused(sanJose, id, new LetLapse("not-needed"), null)).isEqualTo("NOT_YOUR_ACT");
            assertThat(refused(asuncion, id, new LetLapse("because"), null)).isEqualTo("UNKNOWN_GROUND");
            asuncion.act(id, new LetLapse("not-needed"), null);
            assertThat(stage(id)).isEqualTo("lapsed");
            assertThat(refused(asuncion, id, new LetLapse("not-needed"), null)).isEqualTo("LAPSED");
            assertThat(sanJose.page("/requests/" + id).require(200).text()).contains(id.toString());
        }
    }

    @Nested
    class OfATelephoneCall {

        private final Instant justNow = Instant.now().minusSeconds(120).truncatedTo(ChronoUnit.MILLIS);

        @Test
        void isWrittenDownByBothAsOftenAsThereWasOneAndMovesNoPeriod() {
            var id = sent(Urgency.URGENT);
            var due = due(id);
            asuncion.act(id, new Call(justNow), MESSAGE);
            asuncion.act(id, new Call(justNow.plusSeconds(60)), MESSAGE);
            assertThat(refused(sanJose, id, new Call(justNow), null)).isEqualTo("NOT_OPENED");
            assertThat(due(id)).isEqualTo(due);
            assertThat(stage(id)).isEqualTo("sent");
            sanJose.act(id, OfficerSession.OPEN, null);
            sanJose.act(id, new Call(justNow), MESSAGE);
            assertThat(due(id)).isEqualTo(due);
            assertThat(refused(
                            asuncion,
                            id,
                            new Call(Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS)),
                            null))
                    .isEqualTo("CALL_AFTERWARDS");
            assertThat(refused(asuncion.post(asuncion.sign(id, new Call(justNow), MESSAGE, new byte[3]))))
                    .isEqualTo("WRONG_CONTENT");
        }

        @Test
        void isOfferedWithTheNumbersWhereWaitingCostsMore() {
            var urgent = sent(Urgency.URGENT);
            assertThat(asuncion.page("/requests/" + urgent).text())
                    .contains("/authorities/" + COSTA_RICA + "/telephones", "data-kind=\"call\"");
            assertThat(sanJose.page("/requests/" + urgent).text())
                    .as("whoever is waited for need not call")
                    .doesNotContain("/telephones");
            assertThat(asuncion.page("/requests/" + sent(Urgency.ORDINARY)).text())
                    .doesNotContain("/telephones");
        }
    }

    @Nested
    class OfWhatIsNotSignedYet {

        @Test
        void isKeptForColleaguesUntilItIsSignedAndForNobodyElse() {
            var id = sent(Urgency.ORDINARY);
            sanJose.act(id, OfficerSession.OPEN, null);
            var path = "/requests/" + id + "/unsigned";
            var first = version(keep(sanJose, path + "/ask", 0, "one").require(200));
            var colleague = as(Cast.COSTA_RICA_DEPUTY);
            var found = colleague.get(path).require(200).json();
            assertThat(found.size()).isEqualTo(1);
            assertThat(found.get(0).get("form").asString()).isEqualTo("ask");
            assertThat(found.get(0).get("by").asString()).isNotEmpty();
            assertThat(asuncion.get(path).require(200).json().size()).isZero();
            assertThat(as(Cast.BRAZIL_DUTY).get(path).status()).isEqualTo(404);

            var second = version(keep(colleague, path + "/ask", first, "two").require(200));
            var overtaken = keep(sanJose, path + "/ask", first, "three");
            assertThat(overtaken.status()).isEqualTo(409);
            assertThat(overtaken.code()).isEqualTo("CHANGED_MEANWHILE");
            assertThat(version(overtaken)).isEqualTo(second);
            assertThat(sanJose.send(
                                    "PUT",
                                    path + "/ask",
                                    "application/json",
                                    body(second, "bare".getBytes(StandardCharsets.UTF_8)))
                            .status())
                    .as("only what is sealed is kept")
                    .isEqualTo(422);

            colleague.act(id, new Ask(in(2), List.of()), MESSAGE);
            assertThat(sanJose.get(path).require(200).json().size())
                    .as("signed by whoever wrote it last, and not taken away by the browser")
                    .isZero();
        }

        @Test
        void goesWithTheActAndCanBeBegunAnewByAnybody() {
            var id = sent(Urgency.ORDINARY);
            sanJose.act(id, OfficerSession.OPEN, null);
            var path = "/requests/" + id + "/unsigned";
            keep(sanJose, path + "/ask", 0, "one").require(200);
            sanJose.act(id, new Ask(in(2), List.of()), MESSAGE);
            asuncion.act(id, new Answer(List.of()), MESSAGE);
            assertThat(jdbc.sql("select count(*) from drafting.unsigned_act where request = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .isZero();

            keep(as(Cast.COSTA_RICA_DEPUTY), path + "/ask", 0, "another question")
                    .require(200);
            assertThat(sanJose.get(path).json().size()).isEqualTo(1);
        }

        @Test
        void staysWhenItsWriterSignedAboutAnotherResult() {
            var id = inCharge();
            var first = result(id, false, OfficerSession.CONDITIONS);
            var second = result(id, true, OfficerSession.CONDITIONS);
            var path = "/requests/" + id + "/unsigned";
            keep(asuncion, path + "/receive-" + first, 0, "about the first").require(200);
            keep(asuncion, path + "/receive-" + second, 0, "about the second").require(200);

            asuncion.act(id, new Receive(first, OfficerSession.CONDITIONS), null);
            var left = asuncion.get(path).require(200).json();
            assertThat(left.size()).isEqualTo(1);
            assertThat(left.get(0).get("form").asString()).isEqualTo("receive-" + second);
        }

        @Test
        void isDiscardedByWhoeverWroteIt() {
            var id = sent(Urgency.ORDINARY);
            var path = "/requests/" + id + "/unsigned";
            keep(asuncion, path + "/withdraw", 0, "one").require(200);
            asuncion.post(path + "/withdraw/removal", Map.of()).require(204);
            assertThat(asuncion.get(path).require(200).json().size()).isZero();
        }

        private long version(OfficerSession.Reply saved) {
            return saved.json().get("version").asLong();
        }

        private OfficerSession.Reply keep(OfficerSession officer, String path, long from, String text) {
            return officer.send(
                    "PUT",
                    path,
                    "application/json",
                    body(from, Base64.getDecoder().decode(officer.sealedDraft(text))));
        }

        private byte[] body(long from, byte[] sealed) {
            return ("{\"version\":" + from + ",\"sealed\":\""
                            + Base64.getEncoder().encodeToString(sealed) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Nested
    class OfWhoReadIt {

        @Test
        void isKnownToTheOwnAuthorityOnly() {
            var id = sent(Urgency.ORDINARY);
            var deputy = as(Cast.PARAGUAY_DEPUTY);
            assertThat(asuncion.page("/requests/" + id).text()).doesNotContain("Abierta en su autoridad por");
            deputy.get("/requests/" + id + "/key").require(200);
            deputy.get("/requests/" + id + "/key").require(200);
            assertThat(asuncion.page("/requests/" + id).text())
                    .contains("Abierta en su autoridad por", Cast.PARAGUAY_DEPUTY.function());
            assertThat(jdbc.sql("select count(*) from exchange.reading where request = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .as("once a day and person")
                    .isEqualTo(1);
            assertThat(sanJose.page("/requests/" + id).text()).doesNotContain("Abierta en su autoridad por");
            assertThat(sanJose.get("/requests/" + id + "/key").status()).isEqualTo(409);
            assertThat(jdbc.sql("select count(*) from exchange.reading where request = :id and authority = :authority")
                            .param("id", id)
                            .param("authority", COSTA_RICA)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Nested
    class OfWhoIsTold {

        @Test
        void whoHasTheFunctionHearsOfAnAssignmentAndNotTheOtherSide() {
            var id = inCharge();
            var before = letters(id).size();
            central.act(id, new Assign(Cast.COSTA_RICA_CENTRAL.function()), null);
            assertThat(letters(id))
                    .as("whoever assigns to their own function knows")
                    .hasSize(before);

            var point = sent(Urgency.ORDINARY);
            sanJose.act(point, OfficerSession.OPEN, null);
            sanJose.act(point, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), in(1)), MESSAGE);
            var then = letters(point);
            sanJose.act(point, new Assign(Cast.COSTA_RICA_DEPUTY.function()), null);
            assertThat(letters(point))
                    .hasSize(then.size() + 1)
                    .contains("REQUEST_ASSIGNED " + Cast.COSTA_RICA_DEPUTY.email());
            assertThat(asuncion.page("/requests/" + point).text()).doesNotContain(Cast.COSTA_RICA_DEPUTY.function());
            assertThat(sanJose.page("/requests/" + point).text()).contains(Cast.COSTA_RICA_DEPUTY.function());
        }

        @Test
        void whatIsUrgentGoesToWhoeverIsOnDutyToo() {
            var mailbox = "REQUEST_ARRIVED " + Cast.Office.COSTA_RICA.mailbox();
            assertThat(letters(sent(Urgency.ORDINARY))).containsExactly(mailbox);
            assertThat(letters(sent(Urgency.URGENT)))
                    .contains(mailbox)
                    .containsAnyOf(
                            "REQUEST_ARRIVED " + Cast.COSTA_RICA_DUTY.email(),
                            "REQUEST_ARRIVED " + Cast.COSTA_RICA_DEPUTY.email());
        }

        private List<String> letters(UUID id) {
            return jdbc.sql("select kind || ' ' || recipient from notices.notice where path = :path order by queued_at")
                    .param("path", "/requests/" + id)
                    .query(String.class)
                    .list();
        }
    }

    @Nested
    class OfAWholeYear {

        @Test
        void isTakenAwayInOneFileAndEachRequestIsProvedAlone(@TempDir Path folder) throws Exception {
            var before = reference(sent(Urgency.ORDINARY));
            var reference = reference(sent(Urgency.ORDINARY));
            var year = LocalDate.now(ZoneId.of("America/Asuncion")).getYear();
            var file = Files.write(
                    folder.resolve("year.zip"),
                    asuncion.follow("/requests/evidence?year=" + year)
                            .require(200)
                            .body());
            try (var zip = new ZipFile(file.toFile())) {
                var names = zip.stream().map(ZipEntry::getName).toList();
                assertThat(names).contains("README.txt", "enlace-evidence-" + reference + ".zip");
                for (var name : List.of(reference, before)) {
                    Files.write(
                            folder.resolve(name + ".zip"),
                            zip.getInputStream(zip.getEntry("enlace-evidence-" + name + ".zip"))
                                    .readAllBytes());
                }
            }
            assertThat(verify(folder.resolve(reference + ".zip"), folder.resolve(before + ".zip")))
                    .isZero();
            var others = as(Cast.BRAZIL_DUTY)
                    .follow("/requests/evidence?year=" + year)
                    .require(200)
                    .body();
            assertThat(new String(others, StandardCharsets.ISO_8859_1)).doesNotContain(reference);
            assertThat(as(Cast.SECRETARIAT)
                            .follow("/requests/evidence?year=" + year)
                            .status())
                    .isEqualTo(404);
        }

        private int verify(Path... files) throws Exception {
            var ledger = Verify.class.getProtectionDomain().getCodeSource().getLocation();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    Path.of(ledger.toURI()).toString(),
                    Verify.class.getName()));
            Stream.of(files).map(Path::toString).forEach(command::add);
            command.addAll(List.of("--log-key", asuncion.get("/log/key").text().strip()));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }

        private String reference(UUID id) {
            return jdbc.sql("select reference from exchange.request where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
        }
    }

    @Nested
    class OfItsWay {

        @Test
        void saysWhatItIsBesidePaperAndWhetherItIsTheFirstToThatState() {
            sent(Urgency.ORDINARY);
            var known = route(asuncion, COSTA_RICA);
            assertThat(known.get("effect").get(0).asString()).contains("no ha declarado");
            assertThat(known.get("effect").get(1).asString()).contains("25(3)");
            assertThat(known.get("first").asBoolean()).isFalse();
            assertThat(route(as(Cast.BRAZIL_DUTY), Cast.Office.PARAGUAY.id())
                            .get("first")
                            .asBoolean())
                    .isTrue();
        }

        private JsonNode route(OfficerSession officer, String to) {
            return officer.get("/requests/route?instrument=budapest&measure=preservation&form=preservation/1&authority="
                            + to)
                    .require(200)
                    .json();
        }
    }

    private UUID inCharge() {
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
        central.act(sent.request(), OfficerSession.OPEN, null);
        central.act(sent.request(), new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), in(1)), MESSAGE);
        return sent.request();
    }

    private UUID result(UUID id, boolean complete, Conditions conditions) {
        return UUID.fromString(central.act(id, new Result(complete, conditions), MESSAGE)
                .get("act")
                .asString());
    }

    private static Conditions under(Conditions.Leave onward) {
        return new Conditions(
                Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, onward, Conditions.Leave.FREE);
    }

    private UUID sent(Urgency urgency) {
        var sent = asuncion.sign(COSTA_RICA, urgency, null, FORM);
        asuncion.post(sent).require(200);
        return sent.request();
    }

    private String stage(UUID id) {
        return jdbc.sql("select stage from exchange.standing where request = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Instant due(UUID id) {
        return jdbc.sql("select due from exchange.standing where request = :id")
                .param("id", id)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String refused(OfficerSession officer, UUID id, Coded coded, @Nullable String message) {
        return refused(officer.post(officer.sign(id, coded, message)));
    }

    private static String refused(OfficerSession.Reply reply) {
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
