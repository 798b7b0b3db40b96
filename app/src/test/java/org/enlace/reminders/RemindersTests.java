package org.enlace.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.enlace.custody.Custody;
import org.enlace.database.Address;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.exchange.Outstanding;
import org.enlace.exchange.Reminded;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Entry;
import org.enlace.ledger.MerkleTree;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Progress;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.test.context.ActiveProfiles;

/** Time passes and nobody does anything. The hours are set in the row by which the desk is ordered, as if they had passed. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"enlace.test=reminders", "enlace.reminders.round=1h"})
@ActiveProfiles("demo")
class RemindersTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String FORM = Papers.preservation("canary-31f7");
    private static final String MESSAGE = Papers.message("preserve");

    @LocalServerPort
    private int port;

    @Autowired
    private ReminderRounds rounds;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Telling telling;

    @Autowired
    private Reminded reminded;

    @Autowired
    private Outstanding outstanding;

    @Autowired
    private Custody custody;

    @Value("${enlace.database.url}")
    private String database;

    @Test
    void climbsTheLadderRungByRungAndTellsWhoWaits() {
        var id = sent(as(Cast.COSTA_RICA_DUTY), Cast.Office.PARAGUAY, Urgency.URGENT);
        rounds.look();
        assertThat(steps(id)).as("it is not late yet").isEmpty();

        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        rounds.look();
        rounds.look();
        assertThat(steps(id)).containsExactly("deputy");
        assertThat(mails(id))
                .as("Paraguay’s point has no deputy mailbox: its officers are told, and who waits")
                .contains("REQUEST_WAITS")
                .containsOnlyOnce("REQUEST_UNANSWERED");

        sentAgo(id, Duration.ofMinutes(61), Duration.ofMinutes(30));
        rounds.look();
        assertThat(steps(id)).contains("coordinators");
        var coordinators = jdbc.sql("""
                        select recipient || ' ' || path from notices.notice
                        where effect_key like :key and kind = 'REQUEST_WAITS' and audience like 'account:%'
                        """)
                .param("key", "reminder/" + id + "/coordinators/%")
                .query((row, index) -> row.getString(1))
                .list();
        assertThat(coordinators)
                .as("the coordinators of Paraguay hear of it, and are led to the telephone numbers")
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail).endsWith(" /authorities/" + Cast.Office.PARAGUAY.id()));

        assertThat(as(Cast.BRAZIL_DUTY).page("/requests/" + id + "/reminders").status())
                .isEqualTo(404);
    }

    @Test
    void stopsAsSoonAsSomebodyTakesItInCharge() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        rounds.look();
        assertThat(steps(id)).isEmpty();
    }

    @Test
    void stopsForAWhileWhenSomebodyOpensIt() {
        var id = sent(as(Cast.PARAGUAY_DUTY), Cast.Office.COSTA_RICA, Urgency.URGENT);
        as(Cast.COSTA_RICA_DUTY).act(id, OfficerSession.OPEN, null);
        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        rounds.look();
        assertThat(steps(id)).isEmpty();
    }

    @Test
    void whatWasQueuedIsNotSentAnyMoreOnceItIsHandedOnOrTakenBack() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var handedOn = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        var takenBack = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        for (var id : List.of(handedOn, takenBack)) {
            sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        }
        rounds.look();
        assertThat(unsent(handedOn)).isNotEmpty();
        assertThat(unsent(takenBack)).isNotEmpty();

        sanJose.act(handedOn, OfficerSession.OPEN, null);
        sanJose.post(sanJose.transfer(handedOn, Cast.Office.COSTA_RICA_CENTRAL.id()))
                .require(200);
        asuncion.act(takenBack, Coded.Plain.WITHDRAW, null);
        rounds.look();

        assertThat(unsent(handedOn)).isEmpty();
        assertThat(unsent(takenBack)).isEmpty();
        assertThat(steps(handedOn)).as("whoever has it now has the whole time").containsExactly("deputy");
        assertThat(steps(takenBack)).containsExactly("deputy");
    }

    @Test
    void remindsBeforeAGuaranteeEndsAndSaysWhenItEndedUndecided() {
        var id = preserved();
        rounds.look();
        assertThat(steps(id)).as("sixty days are left").isEmpty();

        guaranteedFor(id, Duration.ofDays(13));
        rounds.look();
        assertThat(told(id)).containsExactly("days-14");

        guaranteedFor(id, Duration.ofHours(60));
        rounds.look();
        rounds.look();
        assertThat(told(id))
                .as("one mail after a week in which the server was down, not two")
                .containsExactly("days-14", "days-3");

        guaranteedFor(id, Duration.ofMinutes(-5));
        rounds.look();
        assertThat(told(id)).endsWith("lapsed");
        assertThat(mails(id)).contains("GUARANTEE_ENDED");
    }

    @Test
    void whoeverTheCaseWasSharedWithIsRemindedToo() {
        var id = preserved();
        guaranteedFor(id, Duration.ofDays(13));
        rounds.look();
        assertThat(audiences(id, "days-14")).containsOnly("authority:" + Cast.Office.PARAGUAY.id());

        var asuncion = as(Cast.PARAGUAY_DUTY);
        var ministry = Cast.Office.PARAGUAY_CENTRAL.id();
        asuncion.post(asuncion.share(id, ministry)).require(200);
        guaranteedFor(id, Duration.ofHours(60));
        rounds.look();
        guaranteedFor(id, Duration.ofMinutes(-5));
        rounds.look();
        for (var step : List.of("days-3", "lapsed")) {
            assertThat(audiences(id, step))
                    .as(step)
                    .contains("authority:" + Cast.Office.PARAGUAY.id(), "authority:" + ministry);
        }
    }

    @Test
    void anExtensionThatIsOnlyAskedForKeepsNothingAndIsTold() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = preserved();
        var extension = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.ORDINARY, id, FORM);
        asuncion.post(extension).require(200);
        guaranteedFor(id, Duration.ofHours(60));
        rounds.look();
        assertThat(told(id)).containsExactly("days-3");
        assertThat(mails(id)).contains("GUARANTEE_ENDING_ASKED");

        guaranteedFor(id, Duration.ofMinutes(-5));
        rounds.look();
        assertThat(told(id)).endsWith("lapsed");
        assertThat(mails(id)).contains("GUARANTEE_ENDED_ASKED", "GUARANTEE_ENDED");
        assertThat(jdbc.sql("select path from notices.notice where effect_key like :key and audience like 'account:%'")
                        .param("key", "reminder/" + id + "/lapsed/%")
                        .query(String.class)
                        .list())
                .as("the coordinators are led to the list of what ran out")
                .isNotEmpty()
                .containsOnly("/figures/mine");

        sanJose.act(extension.request(), OfficerSession.OPEN, null);
        sanJose.act(
                extension.request(),
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        sanJose.act(
                extension.request(),
                new Preserve(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        LocalDate.now(SAN_JOSE).plusDays(90),
                        true),
                MESSAGE);
        assertThat(outstanding.undecided(ReminderRounds.OLDEST))
                .as("granted: what is watched is the new end")
                .extracting(each -> each.item().request())
                .contains(extension.request())
                .doesNotContain(id);
    }

    @Test
    void aDateThatPassedIsToldToBothSidesAndAgainEachWeekUntilSomethingHappens() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.ORDINARY);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        rounds.look();
        assertThat(steps(id)).isEmpty();

        passed(id, Duration.ofMinutes(5));
        rounds.look();
        rounds.look();
        assertThat(told(id)).containsExactly("overdue");
        assertThat(mails(id)).containsOnlyOnce("DATE_PASSED_THERE").contains("DATE_PASSED");
        assertThat(reminded.of(id))
                .singleElement()
                .satisfies(each -> assertThat(each.reminder().authority()).isEqualTo(Cast.Office.COSTA_RICA.id()));

        passed(id, Duration.ofDays(8));
        rounds.look();
        assertThat(told(id)).as("a week later").containsExactly("overdue", "overdue");
        assertThat(unsent(id)).isNotEmpty();

        sanJose.act(id, new Progress("searching", LocalDate.now(SAN_JOSE).plusDays(5)), MESSAGE);
        rounds.look();
        assertThat(unsent(id)).as("somebody was heard of").isEmpty();
        assertThat(told(id)).hasSize(2);
    }

    @Test
    void howItStandsIsAskedAgainByTheHostUntilItIsSaid(@TempDir Path folder) throws Exception {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.ORDINARY);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(30)),
                MESSAGE);
        var asked = asuncion.act(id, Coded.Plain.ENQUIRE, null);
        rounds.look();
        assertThat(steps(id)).as("it is not due yet").isEmpty();

        enquiryPassed(id, Duration.ofMinutes(5));
        rounds.look();
        rounds.look();
        assertThat(told(id)).containsExactly("overdue");
        assertThat(mails(id)).containsOnlyOnce("DATE_PASSED_THERE").contains("DATE_PASSED");
        assertThat(reminded.of(id)).singleElement().satisfies(each -> {
            assertThat(each.reminder().authority()).isEqualTo(Cast.Office.COSTA_RICA.id());
            assertThat(each.reminder().act())
                    .isEqualTo(UUID.fromString(asked.get("act").asString()));
        });
        enquiryPassed(id, Duration.ofDays(8));
        rounds.look();
        assertThat(told(id)).as("a week later").hasSize(2);
        assertThat(unsent(id)).isNotEmpty();

        sanJose.act(id, new Progress("searching", LocalDate.now(SAN_JOSE).plusDays(5)), MESSAGE);
        rounds.look();
        assertThat(unsent(id)).as("it was said").isEmpty();
        assertThat(told(id)).hasSize(2);
        var file = Files.write(
                folder.resolve("evidence.zip"),
                sanJose.get("/requests/" + id + "/evidence").require(200).body());
        assertThat(verify(file, sanJose)).startsWith("VALID").contains("asked how the request stands");
    }

    @Test
    void whatTheWaitingSideAsksAndAddsEarnsWhoeverIsLateNoTime() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.ORDINARY);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        owner().sql("update exchange.act set at = at - interval '20 days' where request = :id")
                .param("id", id)
                .update();
        asuncion.act(id, Coded.Plain.ADD, Papers.message("add"));
        asuncion.act(id, Coded.Plain.ENQUIRE, null);
        late(id, Duration.ofDays(8));
        rounds.look();
        assertThat(reminded.of(id))
                .as("what was due a week ago is told again, though something was added today")
                .singleElement()
                .satisfies(each ->
                        assertThat(each.reminder().due()).isBefore(Instant.now().minus(Duration.ofDays(7))));
    }

    @Test
    void aRoundByTwoProcessesAtOnceTellsOnce() throws Exception {
        var id = preserved();
        guaranteedFor(id, Duration.ofDays(6));
        try (var crowd = Executors.newFixedThreadPool(8)) {
            for (var run : crowd.invokeAll(Collections.nCopies(8, Executors.callable(rounds::look)))) {
                run.get();
            }
        }
        assertThat(told(id)).containsExactly("days-7");
        assertThat(mails(id)).hasSize(1);
        assertThat(entered()).as("whoever was late left no entry").isEqualTo(kept());
    }

    @Test
    void eachStepIsSignedEnteredAndPartOfTheEvidence(@TempDir Path folder) throws Exception {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        sentAgo(id, Duration.ofMinutes(61), Duration.ofMinutes(30));
        rounds.look();

        var said = reminded.of(id);
        assertThat(said).extracting(each -> each.reminder().step().code()).containsExactly("deputy", "coordinators");
        var indexes =
                custody.awaitIndexes(said.stream().map(Reminded.Said::entry).toList(), Duration.ofSeconds(5));
        var sent = outstanding.unacknowledged(ReminderRounds.OLDEST).stream()
                .filter(late -> late.item().request().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(said).allSatisfy(each -> {
            var log = custody.published();
            var proven = log.proven(each.entry()).orElseThrow();
            var entry = Entry.parse(proven.entry());
            assertThat(each.jws().isSignedBy(custody.logKey().key())).isTrue();
            assertThat(proven.proof()
                            .proves(
                                    MerkleTree.leaf(proven.entry()),
                                    log.checkpoint().root()))
                    .isTrue();
            assertThat(entry.kind()).isEqualTo(Entry.Kind.REMINDER);
            assertThat(entry.digest()).isEqualTo(each.jws().digest());
            assertThat(entry.time()).isEqualTo(each.reminder().time());
            assertThat(each.reminder().act()).isEqualTo(sent.item().cause().act());
            assertThat(each.reminder().authority()).isEqualTo(Cast.Office.COSTA_RICA.id());
            assertThat(each.reminder().letters().requested()).isPositive();
            assertThat(each.reminder().letters().requesting()).isPositive();
        });
        assertThat(mails(id)).as("as many as were signed for").hasSize((int) said.stream()
                .map(each -> each.reminder().letters())
                .mapToLong(letters -> letters.requested() + letters.requesting())
                .sum());

        var block =
                asuncion.block("/requests/" + id + "/reminders").require(200).text();
        var file = Files.write(
                folder.resolve("evidence.zip"),
                asuncion.get("/requests/" + id + "/evidence").require(200).body());
        var verdict = verify(file, asuncion);
        assertThat(verdict).startsWith("VALID");
        assertThat(indexes.values()).hasSize(2).allSatisfy(index -> {
            assertThat(block).containsPattern("<a href=\"/log\">[^<]*\\b" + index + "\\b");
            assertThat(verdict).contains("(log entry " + index + ")");
        });
        assertThat(verdict).contains(new String[] {"first reminder", "second reminder", Cast.Office.COSTA_RICA.id()});
    }

    @Test
    void aGuaranteeThatEndsIsRemindedOfUnderTheActThatGaveIt(@TempDir Path folder) throws Exception {
        var id = preserved();
        guaranteedFor(id, Duration.ofHours(60));
        rounds.look();
        assertThat(reminded.of(id)).singleElement().satisfies(each -> {
            assertThat(each.reminder().step().code()).isEqualTo("days-3");
            assertThat(each.reminder().authority()).isEqualTo(Cast.Office.PARAGUAY.id());
            assertThat(each.reminder().letters().requested()).isZero();
        });
        guaranteedFor(id, Duration.ofMinutes(-5));
        rounds.look();
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var file = Files.write(
                folder.resolve("evidence.zip"),
                sanJose.get("/requests/" + id + "/evidence").require(200).body());
        assertThat(verify(file, sanJose)).startsWith("VALID").contains("guarantee has ended");
    }

    @Test
    void whoHandedARequestOnDoesNotLearnThatTheNextOneIsLate(@TempDir Path folder) throws Exception {
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        rounds.look();
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.post(sanJose.transfer(id, Cast.Office.COSTA_RICA_CENTRAL.id())).require(200);
        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        rounds.look();
        assertThat(reminded.of(id)).hasSize(2);
        for (var officer : List.of(sanJose, asuncion)) {
            var file = Files.write(
                    folder.resolve("evidence.zip"),
                    officer.get("/requests/" + id + "/evidence").require(200).body());
            assertThat(verify(file, officer))
                    .startsWith("VALID")
                    .contains("deputies of " + Cast.Office.COSTA_RICA.id() + " and");
            assertThat(verify(file, officer).contains("deputies of " + Cast.Office.COSTA_RICA_CENTRAL.id() + " and"))
                    .isEqualTo(officer == asuncion);
        }
    }

    @Test
    void thatNobodyCouldBeToldIsSignedToo() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.URGENT);
        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        var late = outstanding.unacknowledged(ReminderRounds.OLDEST).stream()
                .filter(each -> each.item().request().equals(id))
                .findFirst()
                .orElseThrow();
        var item = late.item();
        telling.take(
                Step.DEPUTY,
                new Outstanding.Item(
                        id,
                        item.reference(),
                        true,
                        new Outstanding.Party(
                                "pry-nobody-here", item.requesting().state(), SAN_JOSE),
                        new Outstanding.Party(
                                "cri-nobody-here", item.requested().state(), SAN_JOSE),
                        List.of(),
                        item.turn(),
                        false,
                        item.cause()),
                late.due());
        var said = reminded.of(id);
        assertThat(said)
                .singleElement()
                .satisfies(
                        each -> assertThat(each.reminder().letters().isNone()).isTrue());
        assertThat(mails(id)).isEmpty();
        custody.awaitIndexes(said.stream().map(Reminded.Said::entry).toList(), Duration.ofSeconds(5));
        assertThat(asuncion.block("/requests/" + id + "/reminders").require(200).text())
                .contains("href=\"/log\"")
                .containsAnyOf("Nobody could be told", "No se pudo avisar a nadie")
                .doesNotContain("buzón", "mailbox");
    }

    @Test
    void lettersStepAndEntryComeTogetherOrNotAtAll() {
        var id = sent(as(Cast.PARAGUAY_DUTY), Cast.Office.COSTA_RICA, Urgency.URGENT);
        sentAgo(id, Duration.ofMinutes(40), Duration.ofMinutes(30));
        var owner = owner();
        owner.sql("alter table notices.notice add constraint no_letter_today check (false) not valid")
                .update();
        try {
            rounds.look();
            assertThat(steps(id)).as("no letter, no step").isEmpty();
            assertThat(entered()).as("and no entry").isEqualTo(kept());
        } finally {
            owner.sql("alter table notices.notice drop constraint no_letter_today")
                    .update();
        }
        rounds.look();
        assertThat(steps(id)).containsExactly("deputy");
        assertThat(mails(id)).isNotEmpty();
        assertThat(entered()).isEqualTo(kept());
    }

    /** Entries of reminders in the log, with and without an index. */
    private int entered() {
        return jdbc.sql("select count(*) from custody.entry where encode(bytes, 'escape') like '%kind reminder%'")
                .query(Integer.class)
                .single();
    }

    private int kept() {
        return jdbc.sql("select count(*) from reminders.step where entry is not null")
                .query(Integer.class)
                .single();
    }

    /** As a reader without our server does it: the command of the module {@code ledger}, in a program of its own. */
    private static String verify(Path file, OfficerSession officer) throws Exception {
        var ledger = org.enlace.ledger.Verify.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(ledger.toURI()).toString(),
                        "org.enlace.ledger.Verify",
                        file.toString(),
                        "--language",
                        "en",
                        "--log-key",
                        officer.get("/log/key").text().strip())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static UUID sent(OfficerSession officer, Cast.Office to, Urgency urgency) {
        var sent = officer.sign(to.id(), urgency, null, FORM);
        officer.post(sent).require(200);
        return sent.request();
    }

    private UUID preserved() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var id = sent(asuncion, Cast.Office.COSTA_RICA, Urgency.ORDINARY);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(SAN_JOSE).plusDays(3)),
                MESSAGE);
        sanJose.act(id, new Preserve(now, LocalDate.now(SAN_JOSE).plusDays(61), true), MESSAGE);
        return id;
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }

    private void sentAgo(UUID id, Duration ago, Duration target) {
        var sent = OffsetDateTime.now(ZoneOffset.UTC).minus(ago);
        jdbc.sql("update exchange.standing set due = :due where request = :id")
                .param("due", sent.plus(target))
                .param("id", id)
                .update();
    }

    private void passed(UUID id, Duration ago) {
        jdbc.sql("update exchange.standing set due = :due, last_at = :due - interval '1 day' where request = :id")
                .param("due", OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
                .param("id", id)
                .update();
    }

    private void enquiryPassed(UUID id, Duration ago) {
        jdbc.sql(
                        "update exchange.standing set enquiry_due = :due, enquired_at = :due - interval '3 days' where request = :id")
                .param("due", OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
                .param("id", id)
                .update();
    }

    /** Who may change what the application may not. */
    private JdbcClient owner() {
        var address = Address.parse(database);
        return JdbcClient.create(new SimpleDriverDataSource(
                new org.postgresql.Driver(), address.jdbcUrl(), address.user(), address.password()));
    }

    private void late(UUID id, Duration ago) {
        jdbc.sql("update exchange.standing set task = 'execute', due = :due where request = :id")
                .param("due", OffsetDateTime.now(ZoneOffset.UTC).minus(ago))
                .param("id", id)
                .update();
    }

    private void guaranteedFor(UUID id, Duration left) {
        jdbc.sql("update exchange.standing set guaranteed_until = :until where request = :id")
                .param("until", OffsetDateTime.now(ZoneOffset.UTC).plus(left))
                .param("id", id)
                .update();
    }

    private List<String> unsent(UUID id) {
        return jdbc.sql("""
                        select effect_key from notices.notice
                        where effect_key like :key and sent_at is null and failed_at is null""")
                .param("key", "reminder/" + id + "/%")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> audiences(UUID id, String step) {
        return jdbc.sql("select audience from notices.notice where effect_key like :key")
                .param("key", "reminder/" + id + "/" + step + "/%")
                .query(String.class)
                .list();
    }

    private List<String> steps(UUID id) {
        return jdbc.sql("select step from reminders.step where request = :id order by taken")
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> told(UUID id) {
        return jdbc.sql("select step from reminders.step where request = :id and mailed > 0 order by taken")
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> mails(UUID id) {
        return jdbc.sql("select kind from notices.notice where effect_key like :key order by queued_at")
                .param("key", "reminder/" + id + "/%")
                .query((row, index) -> row.getString(1))
                .list();
    }
}
