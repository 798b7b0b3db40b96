package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Call;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Decline;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.Share;
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

/**
 * Paraguay's contact point shares what it asked with Paraguay's central authority, which sends the formal request: who may read and do what, and who learns of it. Costa Rica's
 * contact point preserves the data; its central authority gets the formal request.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class SharedOverHttpTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();
    private static final String COSTA_RICA_CENTRAL = Cast.Office.COSTA_RICA_CENTRAL.id();
    private static final String MINISTRY = Cast.Office.PARAGUAY_CENTRAL.id();
    private static final String FORM = Papers.preservation("41 charges");
    private static final String MESSAGE = Papers.message("ask");

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
    class WhoeverItIsSharedWith {

        @Test
        void readsWhatWasAskedAndAnsweredAndWhatComesLater() {
            var id = preserved();
            assertThat(ministry.page("/requests/" + id).status()).isEqualTo(404);
            share(id);
            assertThat(ministry.open(id, document(id, 0))).asString().isEqualTo(FORM);
            assertThat(ministry.open(id, document(id, 3)))
                    .as("what preserved it")
                    .isNotEmpty();
            assertThat(ministry.page("/requests/" + id).require(200).text())
                    .contains("/requests/new?follows=" + id, "Compartida con su autoridad")
                    .doesNotContain("<enlace-act");
            sanJose.act(id, new Ask(in(3), List.of()), MESSAGE);
            assertThat(ministry.open(id, document(id, 5))).asString().isEqualTo(MESSAGE);
            assertThat(as(Cast.PARAGUAY_CENTRAL_DEPUTY).page("/requests/" + id).status())
                    .isEqualTo(200);
            for (var nobody : List.of(Cast.BRAZIL_DUTY, Cast.COSTA_RICA_CENTRAL, Cast.PARAGUAY_COORDINATOR)) {
                for (var path : List.of("", "/acts", "/key", "/evidence")) {
                    assertThat(as(nobody).get("/requests/" + id + path).status())
                            .as(nobody + path)
                            .isIn(403, 404);
                }
            }
        }

        @Test
        void hasItOnTheDeskAndNotAsTheirsToDo() {
            var before = ministry.page("/desk").require(200).text();
            var id = preserved();
            assertThat(before).doesNotContain(id.toString());
            share(id);
            assertThat(ministry.page("/desk").require(200).text()).contains("/requests/" + id, "Compartida con usted");
            assertThat(ministry.page("/desk?section=mine").require(200).text()).doesNotContain("/requests/" + id);
            assertThat(ministry.page("/desk?whose=own").require(200).text()).doesNotContain("/requests/" + id);
            assertThat(ministry.page("/desk?state=CRI").require(200).text()).contains("/requests/" + id);
            assertThat(ministry.page("/desk?state=BRA").require(200).text()).doesNotContain("/requests/" + id);
            assertThat(ministry.page("/desk/calendar.ics").require(200).text()).contains("UID:" + id + "-guarantee");
            assertThat(ministry.page("/desk/calendar.ics?whose=own")
                            .require(200)
                            .text())
                    .doesNotContain(id.toString());
            assertThat(ministry.follow("/retention/prospects.csv").require(200).text())
                    .contains(reference(id));
        }

        @Test
        void signsNothingOnIt() {
            var id = preserved();
            share(id);
            for (var coded : List.of(
                    new Close(Close.Outcome.NOT_USED),
                    Coded.Plain.ASK_DESTRUCTION,
                    new Call(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS)),
                    new Share(COSTA_RICA_CENTRAL, 1))) {
                assertThat(refused(ministry.post(ministry.sign(id, coded, null))))
                        .as(coded.kind())
                        .isEqualTo("NOT_YOUR_ACT");
            }
            assertThat(ministry.get("/requests/" + id + "/unsigned").status()).isEqualTo(404);
            assertThat(ministry.get("/requests/" + id + "/reminders").status()).isEqualTo(404);
            assertThat(refused(ministry.get("/requests/" + id + "/carried"))).isEqualTo("NOT_OPENED");
        }

        @Test
        void takesTheProofOfItAway(@TempDir Path folder) throws Exception {
            var id = preserved();
            share(id);
            var file = Files.write(
                    folder.resolve("evidence.zip"),
                    ministry.get("/requests/" + id + "/evidence?content=true")
                            .require(200)
                            .body());
            var ledger = Verify.class.getProtectionDomain().getCodeSource().getLocation();
            var said = folder.resolve("said.txt");
            var code = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Path.of(ledger.toURI()).toString(),
                            Verify.class.getName(),
                            file.toString(),
                            "--language",
                            "en")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            assertThat(code).as(Files.readString(said)).isZero();
            assertThat(Files.readString(said)).contains("shared with another authority of the requesting state");
        }

        @Test
        void readsNoResultBeforeItsConditionsAreAcceptedNorOneThatTheyKeepFromThem() {
            var id = askedForDocuments();
            share(id);
            var free = result(id, false, Conditions.Leave.FREE);
            assertThat(ministry.get("/documents/" + free.file()).status()).isEqualTo(404);
            asuncion.act(id, new Receive(free.act(), under(Conditions.Leave.FREE)), null);
            assertThat(ministry.open(id, free.file())).asString().isEqualTo("records");

            var asking = result(id, false, Conditions.Leave.ASK);
            asuncion.act(id, new Receive(asking.act(), under(Conditions.Leave.ASK)), null);
            assertThat(asuncion.open(id, asking.file())).asString().isEqualTo("records");
            assertThat(ministry.get("/documents/" + asking.file()).status()).isEqualTo(404);
            assertThat(ministry.page("/requests/" + id).require(200).text())
                    .contains("reservan a las dos autoridades", "data-confined=\"" + asking.act() + "\"");
            assertThat(asuncion.page("/requests/" + id).text()).contains("data-confined=\"\"");

            use(id, asking.act(), AskUse.Use.COURT);
            assertThat(ministry.get("/documents/" + asking.file()).status()).isEqualTo(404);
            use(id, asking.act(), AskUse.Use.OTHER_AUTHORITY);
            assertThat(ministry.open(id, asking.file())).asString().isEqualTo("records");
        }
    }

    @Nested
    class ItIsShared {

        @Test
        void onlyByWhoeverSentItAndOnlyOnce() {
            var id = preserved();
            assertThat(refused(sanJose.post(sanJose.sign(id, new Share(MINISTRY, 1), null))))
                    .isEqualTo("NOT_YOUR_ACT");
            share(id);
            assertThat(refused(asuncion.post(asuncion.share(id, MINISTRY)))).isEqualTo("ALREADY_SHARED");
            assertThat(asuncion.page("/requests/" + id).text())
                    .as("there is nobody left to share it with")
                    .doesNotContain("data-kind=\"share\"");
        }

        @Test
        void withAnAuthorityOfTheOwnStateThatCanReceiveAndIsAnotherOne() {
            var id = preserved();
            for (var other : List.of(COSTA_RICA_CENTRAL, Cast.Office.BRAZIL.id(), Cast.Office.PARAGUAY.id())) {
                assertThat(refused(asuncion.post(asuncion.share(id, other))))
                        .as(other)
                        .isEqualTo("UNKNOWN_AUTHORITY");
            }
            var keyless = jdbc.sql("""
                            select a.id from directory.authority a
                            where a.state = 'PRY' and a.id not in (select k.authority from keys.authority_key k) order by a.id limit 1
                            """).query(String.class).single();
            assertThat(refused(asuncion.post(asuncion.sign(id, new Share(keyless, 1), null))))
                    .isEqualTo("CANNOT_RECEIVE");
            assertThat(refused(asuncion.post(asuncion.sign(id, new Share(MINISTRY, 1), null))))
                    .as("without the key of the request")
                    .isEqualTo("WRONG_KEYS");
            assertThat(shares(id)).isZero();
        }

        @Test
        void notWhereWhatWasGivenMayNotBePassedOn() {
            var id = askedForDocuments();
            assertThat(asuncion.page("/requests/" + id).text()).contains("data-kind=\"share\"");
            var result = result(id, true, Conditions.Leave.ASK);
            assertThat(asuncion.page("/requests/" + id).text()).doesNotContain("data-kind=\"share\"");
            assertThat(refused(asuncion.post(asuncion.share(id, MINISTRY)))).isEqualTo("FORBIDDEN_BY_CONDITIONS");
            asuncion.act(id, new Receive(result.act(), under(Conditions.Leave.ASK)), null);
            use(id, result.act(), AskUse.Use.OTHER_AUTHORITY);
            share(id);
            assertThat(ministry.open(id, result.file())).asString().isEqualTo("records");
        }

        @Test
        void inTheSightOfTheOtherStateWhichHasNothingToDo() {
            var id = preserved();
            var letters = letters(COSTA_RICA);
            share(id);
            assertThat(sanJose.page("/requests/" + id).require(200).text())
                    .contains("Compartida con otra autoridad del Estado requirente", "con la que se compartió");
            assertThat(letters(COSTA_RICA))
                    .as("no letter for what needs nothing")
                    .isEqualTo(letters);
            assertThat(kinds(MINISTRY)).contains("REQUEST_SHARED");
        }
    }

    @Nested
    class Continued {

        @Test
        void byWhoeverItWasSharedWithAndThenItCountsAsFollowed() {
            var id = preserved();
            assertThat(ministry.page("/requests/new?follows=" + id).status()).isEqualTo(409);
            assertThat(refused(ministry.post(followUp(ministry, id)))).isEqualTo("UNKNOWN_EARLIER_REQUEST");
            share(id);
            assertThat(ministry.page("/requests/new?follows=" + id + "&measure=documents")
                            .require(200)
                            .text())
                    .contains("earlier=\"" + id + "\"", "requesting=\"" + MINISTRY + "\"");
            var next = followUp(ministry, id);
            ministry.post(next).require(200);
            assertThat(is("extended", id)).isTrue();
            assertThat(ministry.page("/requests/" + id).text()).contains("/requests/" + next.request());
            assertThat(ministry.page("/requests/" + next.request()).text()).contains("/requests/" + id);
            assertThat(asuncion.page("/requests/" + id).text())
                    .as("that it is followed, and by whom; not the request itself")
                    .contains("envió una solicitud que continúa esta")
                    .doesNotContain(next.request().toString());
            assertThat(asuncion.page("/requests/" + next.request()).status()).isEqualTo(404);
        }

        @Test
        void andSharedBackItIsOneMatterForBoth() {
            var id = preserved();
            share(id);
            var next = followUp(ministry, id);
            ministry.post(next).require(200);
            ministry.post(ministry.share(next.request(), Cast.Office.PARAGUAY.id()))
                    .require(200);
            assertThat(asuncion.page("/requests/" + id).text())
                    .contains("/requests/" + next.request())
                    .doesNotContain("envió una solicitud que continúa esta");
        }

        @Test
        void byAnExtensionOfWhatIsPreserved() {
            var id = preserved();
            assertThat(refused(ministry.post(ministry.sign(COSTA_RICA, Urgency.ORDINARY, id, FORM))))
                    .isEqualTo("UNKNOWN_EARLIER_REQUEST");
            share(id);
            ministry.page("/requests/new?extends=" + id).require(200);
            ministry.post(ministry.sign(COSTA_RICA, Urgency.ORDINARY, id, FORM)).require(200);
            assertThat(is("extension_asked", id)).isTrue();
        }
    }

    @Nested
    class WhoeverPreservesTheData {

        @Test
        void isToldThatTheyAreAskedForAndWhenThatIsDecided() {
            var id = preserved();
            share(id);
            var next = followUp(ministry, id);
            ministry.post(next).require(200);
            assertThat(told(id, "DATA_ASKED_FOR")).isPositive();
            assertThat(told(id, "DATA_DECIDED")).isZero();
            assertThat(kinds(COSTA_RICA_CENTRAL)).doesNotContain("DATA_ASKED_FOR");
            assertThat(sanJose.page("/requests/" + id).text())
                    .contains("recibió una solicitud sobre estos datos", "Deben seguir conservados hasta que se decida")
                    .doesNotContain(next.request().toString());
            assertThat(sanJose.page("/requests/" + next.request()).status()).isEqualTo(404);

            pgr.act(next.request(), OfficerSession.OPEN, null);
            assertThat(told(id, "DATA_DECIDED")).isZero();
            pgr.act(next.request(), new Decline("outcome.no_data", Decline.Manner.CANNOT, true), MESSAGE);
            assertThat(told(id, "DATA_DECIDED")).isPositive();
            assertThat(sanJose.page("/requests/" + id).text()).contains("Se denegó el");
            assertThat(asuncion.page("/requests/" + id).text()).contains("Se denegó el");
        }

        @Test
        void isToldOnceThatItIsAnswered() {
            var id = preserved();
            var next = followUp(asuncion, id);
            asuncion.post(next).require(200);
            pgr.act(next.request(), OfficerSession.OPEN, null);
            pgr.act(next.request(), new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), in(1)), MESSAGE);
            var told = told(id, "DATA_DECIDED");
            var result = result(next.request(), true, Conditions.Leave.FREE);
            assertThat(told(id, "DATA_DECIDED")).isEqualTo(told + 1);
            asuncion.act(next.request(), new Receive(result.act(), under(Conditions.Leave.FREE)), null);
            asuncion.act(next.request(), new Close(Close.Outcome.USED), null);
            assertThat(told(id, "DATA_DECIDED")).isEqualTo(told + 1);
            assertThat(sanJose.page("/requests/" + id).text()).contains("Se cerró el");
        }

        private int told(UUID preserved, String kind) {
            return jdbc.sql("select count(*) from notices.notice where path = :path and kind = :kind")
                    .param("path", "/requests/" + preserved)
                    .param("kind", kind)
                    .query(Integer.class)
                    .single();
        }
    }

    /** What one act gave: the act, and the file it brought. */
    private record Given(UUID act, UUID file) {}

    private Given result(UUID id, boolean complete, Conditions.Leave onward) {
        var answered =
                pgr.act(id, new Result(complete, under(onward)), MESSAGE, "records".getBytes(StandardCharsets.UTF_8));
        var act = UUID.fromString(answered.get("act").asString());
        var brought = pgr.acts(id).stream()
                .map(SharedOverHttpTests::act)
                .filter(each -> each.act().equals(act))
                .flatMap(each -> each.content().stream())
                .toList();
        return new Given(act, brought.getLast().document());
    }

    private void use(UUID id, UUID result, AskUse.Use use) {
        var asked = asuncion.act(id, new AskUse(result, use, in(5)), MESSAGE);
        pgr.act(id, new GrantUse(UUID.fromString(asked.get("act").asString()), GrantUse.Decision.GRANTED, null), null);
    }

    private void share(UUID id) {
        asuncion.post(asuncion.share(id, MINISTRY)).require(200);
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

    private UUID askedForDocuments() {
        var sent = documents(asuncion, Send.Status.NEW, null);
        asuncion.post(sent).require(200);
        pgr.act(sent.request(), OfficerSession.OPEN, null);
        pgr.act(sent.request(), new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), in(1)), MESSAGE);
        return sent.request();
    }

    private static OfficerSession.Signed followUp(OfficerSession officer, UUID earlier) {
        return documents(officer, Send.Status.FOLLOW_UP, earlier);
    }

    private static OfficerSession.Signed documents(OfficerSession officer, Send.Status status, @Nullable UUID earlier) {
        return officer.sign(
                COSTA_RICA_CENTRAL,
                Urgency.ORDINARY,
                null,
                send -> new Send(
                        "documents",
                        "untoc",
                        send.requestedState(),
                        send.requestedAuthority(),
                        send.recipientGeneration(),
                        false,
                        status,
                        earlier,
                        "assistance/1",
                        send.conditions()),
                FORM);
    }

    private static Conditions under(Conditions.Leave onward) {
        return new Conditions(
                Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, onward, Conditions.Leave.FREE);
    }

    private UUID document(UUID id, int place) {
        return act(asuncion.acts(id).get(place)).content().getFirst().document();
    }

    private static org.enlace.ledger.Act act(Jws jws) {
        return (org.enlace.ledger.Act) Signed.of(jws);
    }

    private String reference(UUID id) {
        return jdbc.sql("select reference from exchange.request where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private boolean is(String column, UUID id) {
        return jdbc.sql("select " + column + " from exchange.standing where request = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private int shares(UUID id) {
        return jdbc.sql("select count(*) from exchange.share where request = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private int letters(String authority) {
        return kinds(authority).size();
    }

    private List<String> kinds(String authority) {
        return jdbc.sql("select kind from notices.notice where audience = :audience")
                .param("audience", "authority:" + authority)
                .query(String.class)
                .list();
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
