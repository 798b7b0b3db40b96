package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Destroy;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Jws;
import org.enlace.ledger.LetLapse;
import org.enlace.ledger.Open;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Receipt;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.Signed;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Transfer;
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

/** The whole life of a request over HTTP, with software officers that do what browsers do. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class RequestOverHttpTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();
    private static final String FORM = Papers.preservation("canary-7c1e");
    private static final String MESSAGE = Papers.message("ask");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private OfficerSession asuncion;
    private OfficerSession sanJose;

    @BeforeEach
    void signIn() {
        asuncion = as(Cast.PARAGUAY_DUTY);
        sanJose = as(Cast.COSTA_RICA_DUTY);
    }

    @Test
    void goesFromSentToPreservedWithReceiptsOnTheWay() {
        var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM, "log lines".getBytes(StandardCharsets.UTF_8));
        var answer = asuncion.post(sent).require(200).json();
        assertThat(answer.get("reference").asString()).matches("PRY-20\\d\\d-\\d{4}");
        var delivered = receipt(answer.get("receipt").asString());
        assertThat(delivered.kind()).isEqualTo(Receipt.Kind.DELIVERED);
        assertThat(delivered.digest()).isEqualTo(sent.jws().digest());
        assertThat(delivered.index()).isEqualTo(answer.get("index").asLong());

        var id = sent.request();
        var opened = sanJose.act(id, OfficerSession.OPEN, null);
        assertThat(receipt(opened.get("receipt").asString()).kind()).isEqualTo(Receipt.Kind.OPENED);
        var read = sanJose.open(id, content(sanJose, id, 0).getFirst());
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(FORM);
        assertThat(sanJose.open(id, content(sanJose, id, 0).get(1))).asString().isEqualTo("log lines");

        var taken = sanJose.act(id, inCharge(), MESSAGE);
        assertThat(receipt(taken.get("receipt").asString()).kind()).isEqualTo(Receipt.Kind.TAKEN_IN_CHARGE);
        var preserved = sanJose.act(id, preserve(60), MESSAGE);
        assertThat(preserved.get("receipt").isNull()).isTrue();
        assertThat(preserved.get("index").asLong()).isPositive();

        assertThat(asuncion.acts(id)).hasSize(4);
        assertThat(asuncion.open(id, content(asuncion, id, 3).getFirst()))
                .asString()
                .isEqualTo(MESSAGE);
        assertThat(asuncion.page("/requests/" + id).require(200).text()).doesNotContain("canary-7c1e");
    }

    @Test
    void asksAnswersAndGoesOnAfterANotice() {
        var id = opened();
        sanJose.act(id, new Ask(today().plusDays(2), List.of()), MESSAGE);
        assertThat(refused(sanJose, id, new Ask(today(), List.of()), MESSAGE)).isEqualTo("ALREADY_ASKED");
        asuncion.act(id, new Answer(List.of()), MESSAGE, new byte[3_000_000]);
        assertThat(refused(asuncion, id, new Answer(List.of()), MESSAGE)).isEqualTo("NOTHING_ASKED");
        sanJose.act(id, new Decline("bud29.endangers_case", Decline.Manner.NOTICE, true), MESSAGE);
        assertThat(refused(sanJose, id, inCharge(), MESSAGE)).isEqualTo("DECISION_AWAITED");
        asuncion.act(id, new Answer(List.of()), MESSAGE);
        sanJose.act(id, inCharge(), MESSAGE);
        sanJose.act(id, new Decline("bud29.political", Decline.Manner.REFUSAL, true), MESSAGE);
        assertThat(refused(sanJose, id, preserve(60), MESSAGE)).isEqualTo("DECLINED");
    }

    @Test
    void extendsWhatWasPreserved() {
        var id = opened();
        assertThat(asuncion.post(asuncion.sign(COSTA_RICA, Urgency.ORDINARY, id, FORM))
                        .code())
                .isEqualTo("UNKNOWN_EARLIER_REQUEST");
        sanJose.act(id, inCharge(), MESSAGE);
        sanJose.act(id, preserve(90), MESSAGE);
        var extension = asuncion.sign(COSTA_RICA, Urgency.ORDINARY, id, FORM);
        asuncion.post(extension).require(200);
        assertThat(asuncion.page("/requests/" + id).text()).contains("/requests/" + extension.request());
        assertThat(asuncion.post(asuncion.sign(Cast.Office.BRAZIL.id(), Urgency.ORDINARY, id, FORM))
                        .code())
                .isEqualTo("UNKNOWN_EARLIER_REQUEST");
    }

    @Test
    void warnsAgainWhenTheExtensionIsRefused() {
        var id = opened();
        sanJose.act(id, inCharge(), MESSAGE);
        var from = Instant.now().minus(50, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        var until = from.atZone(SAN_JOSE).toLocalDate().plusDays(60);
        sanJose.act(id, new Preserve(from, until, true), MESSAGE);
        var askToExtend = "/requests/new?extends=" + id;
        assertThat(asuncion.page("/requests/" + id).text()).contains(askToExtend);

        var waiting = waiting(asuncion);
        var first = extension(id);
        assertThat(asuncion.page("/requests/" + id + "?lang=en").text())
                .as("it was asked for, and keeps nothing yet")
                .doesNotContain(askToExtend)
                .contains("/requests/" + first, "Extension asked for, not granted yet", "ends soon");
        assertThat(asuncion.page("/desk?lang=en").text()).contains("Extension asked for, not granted yet");
        assertThat(waiting(asuncion)).isEqualTo(waiting);
        sanJose.act(first, OfficerSession.OPEN, null);
        sanJose.act(first, new Decline("bud29.political", Decline.Manner.REFUSAL, true), MESSAGE);
        assertThat(asuncion.page("/requests/" + id).text())
                .as("nothing stands any more: the guarantee is warned of again")
                .contains(askToExtend);
        assertThat(waiting(asuncion)).isEqualTo(waiting);

        var second = extension(id);
        sanJose.act(second, OfficerSession.OPEN, null);
        sanJose.act(second, inCharge(), MESSAGE);
        sanJose.act(second, preserve(90), MESSAGE);
        assertThat(asuncion.page("/requests/" + id).text())
                .doesNotContain(askToExtend)
                .contains("/requests/" + first, "/requests/" + second);
        assertThat(sanJose.page("/requests/" + second).text()).contains("/requests/" + id);
        assertThat(waiting(asuncion)).as("it was granted: the clock runs there").isEqualTo(waiting - 1);
    }

    @Test
    void aPreservationThatRanOutStaysToBeDecidedOnBothDesks() {
        var id = opened();
        sanJose.act(id, inCharge(), MESSAGE);
        sanJose.act(id, preserve(60), MESSAGE);
        assertThat(extended(id)).isFalse();
        jdbc.sql("update exchange.standing set guaranteed_until = now() - interval '40 days' where request = :id")
                .param("id", id)
                .update();
        var reference = jdbc.sql("select reference from exchange.request where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(asuncion.page("/desk?lang=en&section=mine&reference=" + reference)
                        .text())
                .contains("Decide: let it lapse, close or follow up", "clock late", "tag late");
        assertThat(sanJose.page("/desk?lang=en&section=waiting&reference=" + reference)
                        .text())
                .contains("Decide: let it lapse, close or follow up", "tag late");
        for (var officer : List.of(asuncion, sanJose)) {
            assertThat(officer.page("/desk?section=quiet&reference=" + reference)
                            .text())
                    .doesNotContain("/requests/" + id);
        }

        asuncion.act(id, new LetLapse("not-needed"), null);
        assertThat(asuncion.page("/desk?section=quiet&reference=" + reference).text())
                .contains("/requests/" + id);
    }

    @Test
    void saysOnTheRequestThatANoticeCameBack() {
        var id = sent();
        assertThat(asuncion.page("/requests/" + id).text()).doesNotContain("notice warning\"><h2>");
        jdbc.sql(
                        "update notices.notice set failed_at = queued_at, failure = 'no such mailbox', sent_at = null where path = :path")
                .param("path", "/requests/" + id)
                .update();
        assertThat(asuncion.page("/requests/" + id + "?lang=en").text())
                .as("whoever asked knows that a telephone call is due")
                .contains("A notice did not arrive", "Reach them by telephone");
        assertThat(sanJose.page("/desk?lang=en").text()).contains("Letters to your authority, or to you, came back");
    }

    @Test
    void refusesTheGroundThatNeedsAReservationItsStateDidNotMake() {
        var id = opened();
        assertThat(refused(
                        sanJose,
                        id,
                        new Decline("bud29.dual_criminality_reserved", Decline.Manner.REFUSAL, true),
                        MESSAGE))
                .isEqualTo("GROUND_NOT_GIVEN");
        assertThat(sanJose.acts(id)).as("nothing was recorded").hasSize(2);
        var entered = reserved();
        try {
            sanJose.act(id, new Decline("bud29.dual_criminality_reserved", Decline.Manner.REFUSAL, true), MESSAGE);
        } finally {
            undo(entered);
        }
    }

    /** Two persons enter that Costa Rica made the reservation. */
    private String reserved() {
        var form = java.util.Map.of(
                "kind", "RESERVATION",
                "state", "CRI",
                "articles", "29(4)",
                "en", "Reserves the right of Article 29(4).",
                "way", "DEPOSITARY",
                "source", "Notification 1/2018");
        var change = as(Cast.SECRETARIAT)
                .form("/treaties/budapest/declarations", form)
                .require(303)
                .location();
        as(Cast.SECRETARIAT_LEGAL)
                .form(change + "/approval", java.util.Map.of())
                .require(303);
        return change;
    }

    private void undo(String change) {
        var undoing = as(Cast.SECRETARIAT_LEGAL)
                .form(change + "/undoing", java.util.Map.of("reason", "Entered by mistake."))
                .require(303)
                .location();
        as(Cast.SECRETARIAT).form(undoing + "/approval", java.util.Map.of()).require(303);
    }

    /** The number beside the desk in the menu. */
    private static int waiting(OfficerSession officer) {
        var count = java.util.regex.Pattern.compile("class=\"count\" aria-hidden=\"true\">(\\d+)<")
                .matcher(officer.page("/log").require(200).text());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private boolean extended(UUID id) {
        return jdbc.sql("select extended from exchange.standing where request = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private UUID extension(UUID of) {
        var extension = asuncion.sign(COSTA_RICA, Urgency.ORDINARY, of, FORM);
        asuncion.post(extension).require(200);
        return extension.request();
    }

    @Nested
    class BeforeItIsOpened {

        @Test
        void theRequestedSideFindsItAndCanReadNothing() {
            var id = sent();
            var form = content(asuncion, id, 0).getFirst();
            assertThat(sanJose.page("/requests/" + id).status()).isEqualTo(200);
            assertThat(sanJose.get("/requests/" + id + "/key").code()).isEqualTo("NOT_OPENED");
            assertThat(sanJose.get("/documents/" + form).status()).isEqualTo(404);
            sanJose.act(id, OfficerSession.OPEN, null);
            assertThat(sanJose.get("/documents/" + form).status()).isEqualTo(200);
        }

        @Test
        void itIsRecalledForGood() {
            var id = sent();
            var form = content(asuncion, id, 0).getFirst();
            asuncion.act(id, Coded.Plain.WITHDRAW, null);
            assertThat(refused(sanJose, id, OfficerSession.OPEN, null)).isEqualTo("WITHDRAWN");
            assertThat(sanJose.get("/documents/" + form).status()).isEqualTo(404);
            assertThat(copies(id)).containsExactly(asuncion.authority());
            assertThat(sanJose.page("/requests/" + id).require(200).text())
                    .doesNotContain("data-part=\"open-request\"");
            assertThat(asuncion.get("/documents/" + form).status()).isEqualTo(200);
        }

        @Test
        void onceOpenedItIsNotRecalled() {
            var id = opened();
            assertThat(refused(asuncion, id, Coded.Plain.WITHDRAW, null)).isEqualTo("OPENED_MEANWHILE");
            assertThat(copies(id)).hasSize(2);
        }

        private List<String> copies(UUID id) {
            return jdbc.sql("select authority from exchange.request_key where request = :id")
                    .param("id", id)
                    .query((row, index) -> row.getString(1))
                    .list();
        }
    }

    @Nested
    class WhoeverIsNotConcerned {

        @Test
        void doesNotFindTheRequest() {
            var id = opened();
            var form = content(asuncion, id, 0).getFirst();
            var act = asuncion.acts(id).getFirst();
            for (var stranger :
                    new Cast[] {Cast.BRAZIL_DUTY, Cast.SECRETARIAT, Cast.OBSERVER, Cast.PARAGUAY_COORDINATOR}) {
                var other = as(stranger);
                var nowhere = UUID.randomUUID();
                var absent = other.get("/requests/" + nowhere).text();
                for (var path : List.of("", "/acts", "/acts/" + actId(act), "/key", "/evidence")) {
                    assertThat(other.get("/requests/" + id + path).status())
                            .as(stranger + " " + path)
                            .isEqualTo(404);
                }
                assertThat(other.get("/requests/" + id).text())
                        .isEqualTo(absent.replace(nowhere.toString(), id.toString()));
                assertThat(other.get("/documents/" + form).status()).isEqualTo(404);
                assertThat(other.post("/requests/" + id + "/acts", java.util.Map.of("jws", act.compact()))
                                .status())
                        .isEqualTo(404);
            }
        }

        @Test
        void cannotPostItsActsAsTheirOwn() {
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
            assertThat(sanJose.post(sent).code()).isEqualTo("NOT_YOUR_ACT");
            asuncion.post(sent).require(200);
            assertThat(as(Cast.BRAZIL_DUTY).post(sent).code())
                    .as("the same answer whether it was ever sent or not")
                    .isEqualTo("NOT_YOUR_ACT");
        }
    }

    @Nested
    class TheSameBytes {

        @Test
        void fiftyAtOnceAreOneActWithOneAnswer() throws Exception {
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
            assertThat(answers(asuncion, sent, 50)).hasSize(1);
            assertThat(count("exchange.act", sent.request())).isEqualTo(1);
            assertThat(count("exchange.receipt", sent.request())).isEqualTo(1);

            var open = sanJose.sign(sent.request(), OfficerSession.OPEN, null);
            assertThat(answers(sanJose, open, 50)).hasSize(1);
            assertThat(count("exchange.act", sent.request())).isEqualTo(2);
            assertThat(count("exchange.receipt", sent.request())).isEqualTo(2);
        }

        @Test
        void aHundredDifferentOnesAtOnceHaveAHundredReceiptsOfTheirOwn() throws Exception {
            var sent = new ArrayList<OfficerSession.Signed>();
            for (var n = 0; n < 100; n++) {
                sent.add(asuncion.sign(COSTA_RICA, Urgency.ORDINARY, null, FORM));
            }
            var references = new java.util.HashSet<String>();
            var indexes = new java.util.HashSet<Long>();
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var presses = sent.stream()
                        .map(each -> (Callable<OfficerSession.Reply>) () -> asuncion.post(each))
                        .toList();
                var replies = workers.invokeAll(presses);
                for (var n = 0; n < sent.size(); n++) {
                    replies.get(n).get().require(200);
                    var answer = asuncion.post(sent.get(n)).require(200).json(); // the log had its time meanwhile
                    var receipt = receipt(answer.get("receipt").asString());
                    assertThat(receipt.act()).isEqualTo(sent.get(n).act());
                    assertThat(receipt.request()).isEqualTo(sent.get(n).request());
                    assertThat(receipt.digest()).isEqualTo(sent.get(n).jws().digest());
                    references.add(answer.get("reference").asString());
                    indexes.add(receipt.index());
                }
            }
            assertThat(references).hasSize(100);
            assertThat(indexes).hasSize(100);
        }

        @Test
        void giveTheirFirstAnswerAgainLater() {
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
            var first = asuncion.post(sent).require(200).text();
            sanJose.act(sent.request(), OfficerSession.OPEN, null);
            assertThat(asuncion.post(sent).require(200).text()).isEqualTo(first);
            assertThat(as(Cast.PARAGUAY_DEPUTY)
                            .get("/requests/" + sent.request() + "/acts/" + sent.act())
                            .require(200)
                            .text())
                    .isEqualTo(first);
            assertThat(asuncion.get("/requests/" + sent.request() + "/acts/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void oneOfTwoColleaguesWhoTakeItInChargeAtOnceIsRefused() throws Exception {
            var id = opened();
            var deputy = as(Cast.COSTA_RICA_DEPUTY);
            var mine = sanJose.sign(id, inCharge(), MESSAGE);
            var theirs =
                    deputy.sign(id, new TakeInCharge(Cast.COSTA_RICA_DEPUTY.function(), today().plusDays(1)), MESSAGE);
            List<OfficerSession.Reply> replies = new ArrayList<>();
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var reply : workers.invokeAll(
                        List.<Callable<OfficerSession.Reply>>of(() -> sanJose.post(mine), () -> deputy.post(theirs)))) {
                    replies.add(reply.get());
                }
            }
            assertThat(replies).extracting(OfficerSession.Reply::status).containsExactlyInAnyOrder(200, 409);
            assertThat(sanJose.acts(id)).hasSize(3);
        }

        private java.util.Set<String> answers(OfficerSession officer, OfficerSession.Signed signed, int times)
                throws Exception {
            var answers = new java.util.HashSet<String>();
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var presses = new ArrayList<Callable<String>>();
                for (var press = 0; press < times; press++) {
                    presses.add(() -> officer.post(signed).require(200).text());
                }
                for (var answer : workers.invokeAll(presses)) {
                    answers.add(answer.get());
                }
            }
            return answers;
        }

        private int count(String table, UUID request) {
            return jdbc.sql("select count(*) from " + table + " where request = :request")
                    .param("request", request)
                    .query(Integer.class)
                    .single();
        }
    }

    @Nested
    class Refuses {

        @Test
        void anAuthorityThatIsNotDesignated() {
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
            jdbc.sql("update directory.designation set until = '2025-12-31' where authority = :id")
                    .param("id", COSTA_RICA)
                    .update();
            try {
                assertThat(asuncion.post(sent).code()).isEqualTo("NOT_DESIGNATED");
            } finally {
                jdbc.sql("update directory.designation set until = null where authority = :id")
                        .param("id", COSTA_RICA)
                        .update();
            }
            asuncion.post(sent).require(200);
        }

        @Test
        void anAlteredAct() {
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
            var altered = sent.jws().compact().substring(0, sent.jws().compact().length() - 4) + "AAAA";
            assertThat(asuncion.post("/requests", java.util.Map.of("jws", altered, "keys", sent.copies()))
                            .code())
                    .isIn("BAD_SIGNATURE", "MALFORMED");
            assertThat(asuncion.post("/requests", java.util.Map.of("jws", "a.b.c", "keys", sent.copies()))
                            .code())
                    .isEqualTo("MALFORMED");
            assertThat(asuncion.post("/requests", java.util.Map.of("keys", sent.copies()))
                            .code())
                    .isEqualTo("MALFORMED");
        }

        @Test
        void keysSealedToOthers() {
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
            var own = sent.copies().getFirst();
            var other = sent.copies().getLast();
            var third = new OfficerSession.Copy(Cast.Office.BRAZIL.id(), 1, other.sealed());
            var old = new OfficerSession.Copy(COSTA_RICA, 7, other.sealed());
            var open = new OfficerSession.Copy(COSTA_RICA, 1, "QUdFLVNFQ1JFVC1LRVk=");
            assertThat(withKeys(sent, own)).isEqualTo("WRONG_KEYS");
            assertThat(withKeys(sent, own, third)).isEqualTo("WRONG_KEYS");
            assertThat(withKeys(sent, own, other, third)).isEqualTo("WRONG_KEYS");
            assertThat(withKeys(sent, own, old)).isEqualTo("KEY_CHANGED");
            assertThat(withKeys(sent, own, open)).isEqualTo("WRONG_KEYS");
            asuncion.post(sent).require(200);
        }

        @Test
        void preservationForLessThanSixtyDays() {
            var id = opened();
            sanJose.act(id, inCharge(), MESSAGE);
            assertThat(refused(sanJose, id, preserve(59), MESSAGE)).isEqualTo("TOO_SHORT");
        }

        @Test
        void messagesThatAreMissing() {
            var id = opened();
            assertThat(refused(sanJose, id, inCharge(), null)).isEqualTo("WRONG_CONTENT");
        }

        @Test
        void anotherFunctionThanOnesOwn() {
            var id = opened();
            assertThat(refused(sanJose, id, new TakeInCharge("Minister", today()), MESSAGE))
                    .isEqualTo("NOT_YOUR_ACT");
        }

        private String withKeys(OfficerSession.Signed sent, OfficerSession.Copy... copies) {
            var body = java.util.Map.of("jws", sent.jws().compact(), "keys", List.of(copies));
            return asuncion.post("/requests", body).code();
        }
    }

    @Nested
    class TheEvidencePackage {

        @TempDir
        private Path folder;

        @Test
        void verifiesWithoutTheServerAndSaysWhatWasAltered() throws Exception {
            var id = opened();
            sanJose.act(id, inCharge(), MESSAGE);
            sanJose.act(id, preserve(60), MESSAGE);
            var file = fetched(asuncion, id, "");
            assertThat(verify(file)).as(said).isZero();
            assertThat(said).contains("PRY-");

            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 3] ^= 1;
            assertThat(verify(Files.write(folder.resolve("altered.zip"), bytes)))
                    .isIn(1, 2);
        }

        @Test
        void withContentItOpensWithDebiansAgeAndTheRequestKey() throws Exception {
            assumeThat(Path.of("/usr/bin/age")).exists();
            var attachment = new byte[2_500_000];
            new java.util.Random(7).nextBytes(attachment);
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM, attachment);
            asuncion.post(sent).require(200);
            sanJose.act(sent.request(), OfficerSession.OPEN, null);
            var file = fetched(sanJose, sent.request(), "?content=true");
            assertThat(verify(file)).as(said).isZero();
            var key = Files.writeString(
                    folder.resolve("request-key.txt"),
                    sanJose.requestKey(sent.request()).secret() + "\n");
            var documents = content(sanJose, sent.request(), 0);
            assertThat(age(file, key, documents.get(0)))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(FORM);
            assertThat(age(file, key, documents.get(1))).isEqualTo(attachment);
        }

        @Test
        void listsWhatItsReaderCannotRead() throws Exception {
            var id = sent();
            asuncion.act(id, Coded.Plain.WITHDRAW, null);
            var file = fetched(sanJose, id, "?content=true");
            assertThat(verify(file)).as(said).isZero();
            try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                assertThat(zip.stream().map(java.util.zip.ZipEntry::getName)).noneMatch(name -> name.endsWith(".age"));
            }
        }

        private String said = "";

        private Path fetched(OfficerSession officer, UUID id, String query) throws IOException {
            var reply = officer.get("/requests/" + id + "/evidence" + query).require(200);
            return Files.write(folder.resolve("evidence.zip"), reply.body());
        }

        /** As a reader without our server does it: the command of the module {@code ledger}, in a program of its own. */
        private int verify(Path file) throws Exception {
            var ledger = org.enlace.ledger.Verify.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Path.of(ledger.toURI()).toString(),
                            "org.enlace.ledger.Verify",
                            file.toString(),
                            "--log-key",
                            asuncion.get("/log/key").text().strip())
                    .redirectErrorStream(true)
                    .start();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor();
        }

        private byte[] age(Path file, Path key, UUID document) throws Exception {
            var sealed = folder.resolve(document + ".age");
            try (var zip = new java.util.zip.ZipFile(file.toFile())) {
                Files.write(
                        sealed,
                        zip.getInputStream(zip.getEntry("content/" + document + ".age"))
                                .readAllBytes());
            }
            var process = new ProcessBuilder(
                            "/usr/bin/age", "--decrypt", "--identity", key.toString(), sealed.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var opened = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).isZero();
            return opened;
        }
    }

    @Test
    void standsOnTheDesksOfBothSides() {
        var id = sent();
        assertThat(sanJose.page("/desk").require(200).text()).contains("/requests/" + id);
        assertThat(asuncion.page("/desk?direction=out&state=CRI&urgency=urgent").text())
                .contains("/requests/" + id);
        assertThat(asuncion.page("/desk?direction=in").text()).doesNotContain("/requests/" + id);
        assertThat(sanJose.page("/desk/rows?state=PRY").text())
                .contains("/requests/" + id)
                .doesNotContain("<html");
        assertThat(as(Cast.BRAZIL_DUTY).page("/desk").text()).doesNotContain("/requests/" + id);
        assertThat(as(Cast.SECRETARIAT).page("/desk").status()).isEqualTo(404);
    }

    @Nested
    class Transferred {

        private final String central = Cast.Office.COSTA_RICA_CENTRAL.id();

        @Test
        void isOpenedThereWithItsOwnReceiptAndGoesOn() {
            var id = opened();
            var pgr = as(Cast.COSTA_RICA_CENTRAL);
            assertThat(pgr.get("/requests/" + id + "/acts").status()).isEqualTo(404);
            assertThat(refused(asuncion.post(asuncion.transfer(id, central)))).isEqualTo("NOT_YOUR_ACT");

            var moved = sanJose.post(sanJose.transfer(id, central)).require(200).json();
            var receipt = receipt(moved.get("receipt").asString());
            assertThat(receipt.kind()).isEqualTo(Receipt.Kind.TRANSFERRED);
            assertThat(receipt.authority()).isEqualTo(central);
            assertThat(asuncion.page("/authorities/" + COSTA_RICA).text())
                    .as("whoever asks next is warned, and told nothing of the request")
                    .contains("la propia autoridad escribió que esta entrada ya no es correcta")
                    .doesNotContain(id.toString());
            var form = content(asuncion, id, 0).getFirst();
            assertThat(pgr.get("/requests/" + id + "/key").code()).isEqualTo("NOT_OPENED");
            assertThat(pgr.get("/documents/" + form).status()).isEqualTo(404);
            assertThat(pgr.page("/desk").text()).contains("/requests/" + id);
            assertThat(sanJose.page("/desk").text())
                    .as("whoever handed it on finds it, as quiet")
                    .contains("/requests/" + id, "Transferida");

            var opened = pgr.act(id, OfficerSession.OPEN, null);
            assertThat(receipt(opened.get("receipt").asString()).authority()).isEqualTo(central);
            assertThat(pgr.open(id, form)).asString().isEqualTo(FORM);
            pgr.act(id, new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), today().plusDays(1)), MESSAGE);
            assertThat(asuncion.acts(id)).hasSize(5);
            assertThat(asuncion.page("/requests/" + id).require(200).text()).contains("/requests/" + id);
            assertThat(pgr.page("/requests/" + id).require(200).text()).contains("/requests/" + id);
        }

        @Test
        void isSeenByTheAuthorityThatHadItAsItHandedItOver() {
            var id = opened();
            sanJose.post(sanJose.transfer(id, central)).require(200);
            var pgr = as(Cast.COSTA_RICA_CENTRAL);
            pgr.act(id, OfficerSession.OPEN, null);
            pgr.act(id, new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), today().plusDays(1)), MESSAGE);
            var later = content(pgr, id, 4).getFirst();

            assertThat(sanJose.acts(id)).hasSize(3);
            assertThat(sanJose.open(id, content(sanJose, id, 0).getFirst()))
                    .asString()
                    .isEqualTo(FORM);
            assertThat(sanJose.get("/documents/" + later).status()).isEqualTo(404);
            assertThat(refused(sanJose, id, inCharge(), MESSAGE)).isEqualTo("NOT_YOUR_ACT");
            assertThat(sanJose.page("/requests/" + id).require(200).text())
                    .doesNotContain("data-kind=\"take-in-charge\"", "data-part=\"open-request\"");
        }

        @Test
        void goesToNoOtherStateAndNotWithoutTheKey() {
            var id = opened();
            assertThat(refused(sanJose.post(sanJose.transfer(id, Cast.Office.BRAZIL.id()))))
                    .isEqualTo("UNKNOWN_AUTHORITY");
            assertThat(refused(sanJose.post(sanJose.transfer(id, COSTA_RICA)))).isEqualTo("UNKNOWN_AUTHORITY");
            var keyless = new Transfer(central, 1, Transfer.Reason.OTHER);
            assertThat(refused(sanJose, id, keyless, null)).isEqualTo("WRONG_KEYS");
            assertThat(sanJose.acts(id)).as("nothing was recorded").hasSize(2);
        }

        @Test
        void goesNowhereWhenItsConditionsForbidIt() {
            var kept = new Conditions(
                    Conditions.Tlp.RED,
                    null,
                    Conditions.Purpose.PROCEEDINGS,
                    Conditions.Leave.NONE,
                    Conditions.Leave.NONE);
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, send -> under(send, kept), FORM);
            asuncion.post(sent).require(200);
            assertThat(refused(sanJose, sent.request(), OfficerSession.OPEN, null))
                    .isEqualTo("OTHER_CONDITIONS");
            sanJose.act(sent.request(), new Open(kept), null);
            assertThat(refused(sanJose.post(sanJose.transfer(sent.request(), central))))
                    .isEqualTo("FORBIDDEN_BY_CONDITIONS");
        }

        @Test
        void provesItselfWithTheKeysOfAllThree() throws Exception {
            var id = opened();
            sanJose.post(sanJose.transfer(id, central)).require(200);
            as(Cast.COSTA_RICA_CENTRAL).act(id, OfficerSession.OPEN, null);
            var evidence = new TheEvidencePackage();
            evidence.folder = Files.createTempDirectory("evidence");
            assertThat(evidence.verify(evidence.fetched(asuncion, id, "")))
                    .as(evidence.said)
                    .isZero();
            assertThat(evidence.verify(evidence.fetched(sanJose, id, "")))
                    .as(evidence.said)
                    .isZero();
        }
    }

    @Nested
    class UnderItsConditions {

        @Test
        void isNotMarkedWiderThanTheyAllow() {
            var wide = new Conditions(
                    Conditions.Tlp.GREEN,
                    null,
                    Conditions.Purpose.PROCEEDINGS,
                    Conditions.Leave.FREE,
                    Conditions.Leave.FREE);
            var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, send -> under(send, wide), FORM);
            assertThat(refused(asuncion.post(sent))).isEqualTo("MARKING_TOO_WIDE");
        }

        @Test
        void isAskedToBeDestroyedOnceItWasOpened() {
            var id = opened();
            assertThat(refused(asuncion, id, Coded.Plain.WITHDRAW, null)).isEqualTo("OPENED_MEANWHILE");
            assertThat(refused(sanJose, id, new Destroy(true), null)).isEqualTo("NOTHING_ASKED");
            asuncion.act(id, Coded.Plain.ASK_DESTRUCTION, null);
            sanJose.act(id, new Destroy(true), null);
            assertThat(refused(sanJose, id, inCharge(), MESSAGE)).isEqualTo("WITHDRAWN");
        }

        @Test
        void isRecalledWithProofBeforeAnybodyOpenedIt() {
            var id = sent();
            var recalled = asuncion.act(id, Coded.Plain.WITHDRAW, null);
            var receipt = receipt(recalled.get("receipt").asString());
            assertThat(receipt.kind()).isEqualTo(Receipt.Kind.RECALLED);
            assertThat(receipt.authority()).isEqualTo(COSTA_RICA);
        }

        @Test
        void isEitherRecalledOrOpenedWhenBothHappenAtOnce() throws Exception {
            for (var round = 0; round < 5; round++) {
                var id = sent();
                var open = sanJose.sign(id, OfficerSession.OPEN, null);
                var withdraw = asuncion.sign(id, Coded.Plain.WITHDRAW, null);
                List<OfficerSession.Reply> replies = new ArrayList<>();
                try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (var reply : workers.invokeAll(List.<Callable<OfficerSession.Reply>>of(
                            () -> sanJose.post(open), () -> asuncion.post(withdraw)))) {
                        replies.add(reply.get());
                    }
                }
                assertThat(replies).extracting(OfficerSession.Reply::status).containsExactlyInAnyOrder(200, 409);
                assertThat(asuncion.acts(id)).hasSize(2);
                assertThat(sanJose.get("/requests/" + id + "/key").status())
                        .isEqualTo(replies.getFirst().status() == 200 ? 200 : 409);
            }
        }

        @Test
        void isADraftForCommentAndNothingElse() {
            var sent = asuncion.sign(
                    COSTA_RICA, Urgency.URGENT, null, send -> with(send, Send.Status.COMMENT, null), FORM);
            var reference =
                    asuncion.post(sent).require(200).json().get("reference").asString();
            var id = sent.request();
            assertThat(jdbc.sql("select distinct kind || urgent from notices.notice where path = :path")
                            .param("path", "/requests/" + id)
                            .query(String.class)
                            .list())
                    .as("nobody is woken for it")
                    .containsExactly("DRAFT_ARRIVEDfalse");
            assertThat(sanJose.page("/requests/" + id + "?lang=en").require(200).text())
                    .contains("Read the draft, and comment", "Open the draft")
                    .doesNotContain("take it in charge", "asks your authority for help");
            assertThat(sanJose.page("/desk?lang=en&reference=" + reference).text())
                    .contains("Read a draft")
                    .doesNotContain("soon\">Urgent");
            assertThat(refused(sanJose, id, Coded.Plain.COMMENT, null)).isEqualTo("NOT_OPENED");
            sanJose.act(id, OfficerSession.OPEN, null);
            assertThat(refused(sanJose, id, inCharge(), MESSAGE)).isEqualTo("ONLY_A_DRAFT");
            sanJose.act(id, Coded.Plain.COMMENT, MESSAGE);
            asuncion.act(id, Coded.Plain.COMMENT, MESSAGE);
            assertThat(refused(sanJose, opened(), Coded.Plain.COMMENT, MESSAGE)).isEqualTo("NOT_A_DRAFT");
        }
    }

    @Nested
    class AsARequestForAssistance {

        private final String central = Cast.Office.COSTA_RICA_CENTRAL.id();
        private final Conditions guarded = new Conditions(
                Conditions.Tlp.AMBER_STRICT,
                null,
                Conditions.Purpose.PROCEEDINGS,
                Conditions.Leave.NONE,
                Conditions.Leave.ASK);
        private OfficerSession pgr;

        @BeforeEach
        void signIn() {
            pgr = as(Cast.COSTA_RICA_CENTRAL);
        }

        @Test
        void followsThePreservationToTheCentralAuthorityAndStopsItsWarning() {
            var preserved = opened();
            sanJose.act(preserved, inCharge(), MESSAGE);
            sanJose.act(preserved, preserve(60), MESSAGE);
            var sent = assistance(Send.Status.FOLLOW_UP, preserved);
            asuncion.post(sent).require(200);
            assertThat(extended(preserved)).isTrue();
            assertThat(asuncion.page("/requests/" + preserved).text()).contains("/requests/" + sent.request());
            assertThat(sanJose.page("/requests/" + preserved).text())
                    .as("the contact point is no party to what goes to the central authority")
                    .doesNotContain(sent.request().toString());
            assertThat(refused(asuncion.post(assistance(Send.Status.FOLLOW_UP, UUID.randomUUID()))))
                    .isEqualTo("UNKNOWN_EARLIER_REQUEST");
        }

        @Test
        void onlyARequestForTheDataThatIsNotRefusedKeepsThemPreserved() {
            var preserved = opened();
            sanJose.act(preserved, inCharge(), MESSAGE);
            sanJose.act(preserved, preserve(60), MESSAGE);
            var police = following("police-information", null, "police/1", Send.Status.FOLLOW_UP, preserved);
            assertThat(asuncion.post(police).code())
                    .as("without a treaty to counterparts only")
                    .isEqualTo("NOT_DESIGNATED");
            asuncion.post(following(
                            Cast.Office.COSTA_RICA_POLICE.id(),
                            "police-information",
                            null,
                            "police/1",
                            Send.Status.FOLLOW_UP,
                            preserved))
                    .require(200);
            asuncion.post(following("testimony", "untoc", "assistance/1", Send.Status.FOLLOW_UP, preserved))
                    .require(200);
            assertThat(extended(preserved))
                    .as("neither asks for the data (Budapest Art. 29(7))")
                    .isFalse();

            var extension = extension(preserved);
            sanJose.act(extension, OfficerSession.OPEN, null);
            sanJose.act(extension, inCharge(), MESSAGE);
            sanJose.act(extension, preserve(90), MESSAGE);
            var asked = assistance(Send.Status.FOLLOW_UP, preserved);
            asuncion.post(asked).require(200);
            assertThat(extended(extension))
                    .as("the same data, whichever of the two the request for them cites")
                    .isTrue();

            pgr.act(asked.request(), OfficerSession.OPEN, null);
            pgr.act(asked.request(), new Decline("a55_9e.essential_interests", Decline.Manner.REFUSAL, true), MESSAGE);
            assertThat(extended(extension)).as("refused: watched again").isFalse();
            assertThat(extended(preserved)).as("the extension was granted").isTrue();
        }

        @Test
        void givesItsResultOnlyToThoseWhoAcceptItsConditions() {
            var id = inChargeThere();
            var result =
                    pgr.act(id, new Result(true, guarded), MESSAGE, "bank records".getBytes(StandardCharsets.UTF_8));
            var receipt = receipt(result.get("receipt").asString());
            assertThat(receipt.kind()).isEqualTo(Receipt.Kind.RESULT_DELIVERED);
            assertThat(receipt.authority()).isEqualTo(Cast.Office.PARAGUAY.id());
            var act = UUID.fromString(result.get("act").asString());
            var file = content(pgr, id, 3).get(1);
            assertThat(asuncion.get("/documents/" + file).status()).isEqualTo(404);

            assertThat(refused(asuncion, id, new Receive(act, OfficerSession.CONDITIONS), null))
                    .isEqualTo("OTHER_CONDITIONS");
            assertThat(refused(asuncion, id, new Close(Close.Outcome.USED), null))
                    .isEqualTo("NOT_RECEIVED");
            asuncion.act(id, new Receive(act, guarded), null);
            assertThat(asuncion.open(id, file)).asString().isEqualTo("bank records");

            var use = asuncion.act(id, new AskUse(act, AskUse.Use.COURT, today().plusDays(9)), MESSAGE);
            assertThat(refused(asuncion, id, new GrantUse(act, GrantUse.Decision.GRANTED, null), null))
                    .isEqualTo("NOT_YOUR_ACT");
            pgr.act(
                    id,
                    new GrantUse(UUID.fromString(use.get("act").asString()), GrantUse.Decision.GRANTED, null),
                    null);
            asuncion.act(id, new Close(Close.Outcome.USED), null);
            assertThat(asuncion.page("/requests/" + id).require(200).text()).contains(id.toString());
            assertThat(pgr.page("/requests/" + id).require(200).text()).contains(id.toString());
            assertThat(as(Cast.BRAZIL_DUTY).get("/requests/" + id).status()).isEqualTo(404);
        }

        @Test
        void isAcceptedPostponedAndAssignedToSomebodyWhoIsThere() {
            var id = inChargeThere();
            pgr.act(id, new Accept(today().plusDays(20)), MESSAGE);
            assertThat(refused(pgr, id, new Assign("Nobody"), null)).isEqualTo("UNKNOWN_FUNCTION");
            pgr.act(id, new Assign(Cast.COSTA_RICA_CENTRAL_DEPUTY.function()), null);
            assertThat(refused(pgr, id, new Decline("bud29.political", Decline.Manner.REFUSAL, true), MESSAGE))
                    .isIn("UNKNOWN_GROUND", "GROUND_NOT_GIVEN");
            assertThat(refused(asuncion, id, new Accept(today()), MESSAGE)).isEqualTo("NOT_YOUR_ACT");
        }

        private UUID inChargeThere() {
            var sent = assistance(Send.Status.NEW, null);
            asuncion.post(sent).require(200);
            pgr.act(sent.request(), OfficerSession.OPEN, null);
            pgr.act(sent.request(), new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), today().plusDays(1)), MESSAGE);
            return sent.request();
        }

        private OfficerSession.Signed assistance(Send.Status status, @Nullable UUID earlier) {
            return following("documents", "untoc", "assistance/1", status, earlier);
        }

        private OfficerSession.Signed following(
                String measure, @Nullable String instrument, String form, Send.Status status, @Nullable UUID earlier) {
            return following(central, measure, instrument, form, status, earlier);
        }

        private OfficerSession.Signed following(
                String to,
                String measure,
                @Nullable String instrument,
                String form,
                Send.Status status,
                @Nullable UUID earlier) {
            return asuncion.sign(
                    to,
                    Urgency.ORDINARY,
                    null,
                    send -> new Send(
                            measure,
                            instrument,
                            send.requestedState(),
                            send.requestedAuthority(),
                            send.recipientGeneration(),
                            false,
                            status,
                            earlier,
                            form,
                            send.conditions()),
                    FORM);
        }
    }

    @Nested
    class WithFourEyes {

        @Test
        void isSentByAnotherOfficerThanTheOneWhoWroteIt() {
            asuncion.form("/desk/four-eyes", java.util.Map.of("required", "true"))
                    .require(303);
            try {
                var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
                assertThat(refused(asuncion.post(sent))).isEqualTo("FOUR_EYES");
                var forComment = asuncion.sign(
                        COSTA_RICA, Urgency.ORDINARY, null, send -> with(send, Send.Status.COMMENT, null), FORM);
                asuncion.post(forComment).require(200);
                asuncion.keepDraft(sent.request(), "{}");
                assertThat(refused(asuncion.post(sent))).isEqualTo("FOUR_EYES");
                isHandedToAColleague("/drafts/" + sent.request());
                var approved = as(Cast.PARAGUAY_DEPUTY).signAgain(sent);
                as(Cast.PARAGUAY_DEPUTY).post(approved).require(200);
                assertThat(as(Cast.PARAGUAY_DEPUTY).block("/drafts/to-send").text())
                        .doesNotContain(sent.request().toString());
            } finally {
                letGo(asuncion);
                assertThat(asuncion.page("/desk/four-eyes?lang=en").text())
                        .as("one officer alone does not switch it off")
                        .contains("On since", "You proposed")
                        .doesNotContain("name=\"required\"");
                letGo(asuncion);
                assertThat(asuncion.page("/desk/four-eyes?lang=en").text()).contains("On since");
                assertThat(as(Cast.PARAGUAY_DEPUTY)
                                .page("/desk/four-eyes?lang=en")
                                .text())
                        .contains("A colleague proposed", "Agree: one officer suffices");
                letGo(as(Cast.PARAGUAY_DEPUTY));
            }
            asuncion.post(asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM)).require(200);
            assertThat(jdbc.sql("select required from exchange.four_eyes where authority = :id order by since")
                            .param("id", Cast.Office.PARAGUAY.id())
                            .query(Boolean.class)
                            .list())
                    .as("both choices stay recorded")
                    .endsWith(true, false);
        }

        private void isHandedToAColleague(String draft) {
            assertThat(asuncion.page(draft + "/check?lang=en").text()).contains("a colleague must send it");
            assertThat(as(Cast.PARAGUAY_DEPUTY).page(draft + "/check?lang=en").text())
                    .doesNotContain("a colleague must send it");
            assertThat(asuncion.page(draft + "/second-hand?lang=en").text())
                    .contains(Cast.PARAGUAY_DEPUTY.function(), "Ask them to send it");
            asuncion.form(draft + "/second-hand", java.util.Map.of()).require(303);
            asuncion.form(draft + "/second-hand", java.util.Map.of()).require(303);
            assertThat(jdbc.sql("select recipient from notices.notice where kind = 'DRAFT_TO_SEND' and path = :path")
                            .param("path", draft + "/check")
                            .query(String.class)
                            .list())
                    .as("one letter to each colleague")
                    .doesNotContain(Cast.PARAGUAY_DUTY.email())
                    .contains(Cast.PARAGUAY_DEPUTY.email())
                    .doesNotHaveDuplicates();
            assertThat(as(Cast.PARAGUAY_DEPUTY).block("/drafts/to-send?lang=en").text())
                    .contains(draft + "/check", "waits for you to send it");
            assertThat(asuncion.block("/drafts/to-send").text()).doesNotContain(draft);
            assertThat(sanJose.block("/drafts/to-send").text()).doesNotContain(draft);
            sanJose.get(draft + "/second-hand").require(404);
            sanJose.form(draft + "/second-hand", java.util.Map.of()).require(404);
        }

        private static void letGo(OfficerSession officer) {
            officer.form("/desk/four-eyes", java.util.Map.of("required", "false"))
                    .require(303);
        }
    }

    private static Send under(Send send, Conditions conditions) {
        return new Send(
                send.measure(),
                send.instrument(),
                send.requestedState(),
                send.requestedAuthority(),
                send.recipientGeneration(),
                send.urgent(),
                send.status(),
                send.earlier(),
                send.form(),
                conditions);
    }

    private static Send with(Send send, Send.Status status, @Nullable UUID earlier) {
        return new Send(
                send.measure(),
                send.instrument(),
                send.requestedState(),
                send.requestedAuthority(),
                send.recipientGeneration(),
                send.urgent(),
                status,
                earlier,
                send.form(),
                send.conditions());
    }

    private static String refused(OfficerSession.Reply reply) {
        assertThat(reply.status()).isBetween(409, 422);
        return reply.code();
    }

    private UUID sent() {
        var sent = asuncion.sign(COSTA_RICA, Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        return sent.request();
    }

    private UUID opened() {
        var id = sent();
        sanJose.act(id, OfficerSession.OPEN, null);
        return id;
    }

    private static String refused(OfficerSession officer, UUID id, Coded coded, @Nullable String message) {
        var reply = officer.post(officer.sign(id, coded, message));
        assertThat(reply.status()).isBetween(409, 422);
        return reply.code();
    }

    private static Coded inCharge() {
        return new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), today().plusDays(1));
    }

    private static Coded preserve(int days) {
        var from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        return new Preserve(from, from.atZone(SAN_JOSE).toLocalDate().plusDays(days), true);
    }

    private static LocalDate today() {
        return LocalDate.now(SAN_JOSE);
    }

    private static Receipt receipt(String jws) {
        return (Receipt) Signed.of(Jws.parse(jws));
    }

    private static UUID actId(Jws jws) {
        return ((org.enlace.ledger.Act) Signed.of(jws)).act();
    }

    /** The documents that the act in this place brought. */
    private static List<UUID> content(OfficerSession officer, UUID id, int place) {
        return ((org.enlace.ledger.Act) Signed.of(officer.acts(id).get(place)))
                .content().stream().map(org.enlace.ledger.Act.Content::document).toList();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
