package org.enlace.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.enlace.access.Movable;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Questions leave by a real mail server, their links are opened in what is a browser to the server, reports come back by IMAP; months pass at once. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofOfLifeTests {

    private static final MailWorld MAIL = MailWorld.open();
    private static final Movable CLOCK = new Movable(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private static final String COSTA_RICA = "cri-sample-24-7@enlace.example";
    private static final String BRAZIL = "bra-sample-24-7@enlace.example";
    private static final String PARAGUAY = "pry-sample-24-7@enlace.example";

    @LocalServerPort
    private int port;

    @Autowired
    private Rounds rounds;

    @Autowired
    private JdbcClient sql;

    private OfficerSession stranger;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", MAIL::smtp);
        settings.add("enlace.notices.returns", () -> "returns@enlace.example");
        settings.add("enlace.notices.returns-mailbox.host", () -> "127.0.0.1");
        settings.add("enlace.notices.returns-mailbox.port", MAIL::imap);
        settings.add("enlace.notices.returns-mailbox.user", () -> "returns");
        settings.add("enlace.notices.returns-mailbox.password", () -> "secret");
        settings.add("enlace.notices.returns-mailbox.encrypted", () -> "false");
        settings.add("enlace.notices.returns-mailbox.every", () -> "200ms");
        settings.add("enlace.upkeep.round", () -> "1h");
        settings.add(
                "enlace.upkeep.drill", () -> "0"); // one that begins on its own would be one mail more than is counted
    }

    /** Each test begins a year after the last, when everybody's turn has come and all mail of the last has arrived or come back. */
    @BeforeEach
    void aYearLater() throws InterruptedException {
        for (var look = 0; look < 200 && mailUnderWay() > 0; look++) {
            Thread.sleep(100);
        }
        assertThat(mailUnderWay()).isZero();
        CLOCK.pass(Duration.ofDays(365));
        MAIL.forgetAll();
        stranger = OfficerSession.visitor(base());
    }

    private int mailUnderWay() {
        return sql.sql("select count(*) from notices.notice where sent_at is null and failed_at is null")
                .query(Integer.class)
                .single();
    }

    @Test
    void theMailboxConfirmsByALinkThatWorksOnce() {
        rounds.go();
        var mail = MAIL.to(COSTA_RICA, 1);
        assertThat(mail).hasSize(1);
        assertThat(MailWorld.text(mail.getFirst()))
                .contains("¿sigue siendo correcta su entrada en el directorio?", "cri-sample-24-7", "?lang=es")
                .doesNotContain("Inicie sesión");
        var link = MAIL.link(COSTA_RICA, 1);

        for (var scanner = 0; scanner < 3; scanner++) {
            assertThat(stranger.page(link).require(200).text()).contains("Is this entry still right?", "I");
        }
        assertThat(entry("cri-sample-24-7")).as("looking changes nothing").doesNotContain("authority’s mailbox");

        stranger.form(link + "/confirmation", Map.of("version", "")).require(303);

        assertThat(entry("cri-sample-24-7")).contains("through the authority’s mailbox");
        assertThat(stranger.page(link).text()).contains("Thank you: you confirmed the entry", "no longer works");
        stranger.form(link + "/confirmation", Map.of("version", "")).require(410);
        stranger.form(link + "/correction", Map.of("said", "x")).require(410);
        assertThat(everythingStored()).as("only the hash of the link is kept").doesNotContain(link.substring(7));
    }

    @Test
    void whatIsWrongMarksTheEntryAtOnceAndReachesThoseWhoKeepIt() {
        rounds.go();
        var link = MAIL.link(PARAGUAY, 1);
        assertThat(stranger.form(link + "/correction", Map.of("said", " ")).text())
                .contains("Write what is wrong.");

        stranger.form(link + "/correction", Map.of("said", "The telephone is out of order since May"))
                .require(303);

        assertThat(stranger.page(link).text()).contains("what you wrote was passed on");
        assertThat(entry("pry-sample-24-7"))
                .contains("unconfirmed: reported changed", "the authority itself wrote")
                .doesNotContain("out of order since May");
        for (var keeper : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.SECRETARIAT}) {
            assertThat(as(keeper).page("/directory/reports?lang=en").text()).contains("out of order since May");
        }
    }

    @Test
    void anExpiredLinkSaysSoAndWhatToDo() {
        rounds.go();
        var link = MAIL.link(BRAZIL, 1);
        CLOCK.pass(Duration.ofDays(15));

        assertThat(stranger.page(link).require(200).text())
                .contains("This link has expired", "The next mail brings a new link")
                .doesNotContain("<form method=\"post\" action=\"/check");
        stranger.form(link + "/confirmation", Map.of("version", "")).require(410);
        stranger.page("/check/" + "A".repeat(43)).require(410);
    }

    @Test
    void nobodyConfirmsWhatTheyHaveNotSeen() {
        rounds.go();
        var link = MAIL.link(BRAZIL, 1);
        stranger.form(link + "/confirmation", Map.of("version", "2020-01-01T00:00:00Z"))
                .require(409);
        stranger.form(link + "/presence", Map.of()).require(410);
        assertThat(stranger.page(link).text()).contains("It is right");
    }

    @Test
    void aDrillMeasuresHowLongTheAnswerTakesAndShowsItToThatStateOnly() {
        as(Cast.PARAGUAY_COORDINATOR).form("/directory/drills", Map.of()).require(404);
        as(Cast.SECRETARIAT)
                .form("/directory/drills", Map.of("id", "bra-sample-24-7"))
                .require(303);
        var link = MAIL.link(BRAZIL, 1);
        assertThat(MailWorld.text(MAIL.to(BRAZIL, 1).getFirst())).contains("EXERCÍCIO", "Este é um exercício");
        assertThat(stranger.page(link).text()).contains("This is a drill: press the button");
        as(Cast.SECRETARIAT)
                .form("/directory/drills", Map.of("id", "bra-sample-24-7"))
                .require(409);
        CLOCK.pass(Duration.ofMinutes(4));

        stranger.form(link + "/presence", Map.of()).require(303);
        stranger.form(link + "/presence", Map.of()).require(410);

        assertThat(stranger.page(link).text()).contains("the drill is done");
        assertThat(entry("bra-sample-24-7")).as("a drill confirms nothing").doesNotContain("authority’s mailbox");
        for (var own : new Cast[] {Cast.BRAZIL_DUTY, Cast.SECRETARIAT}) {
            assertThat(as(own).page("/directory/drills?lang=en").text()).contains("bra-sample", "4 minutes");
            assertThat(as(own).page("/directory/drills.csv").text())
                    .containsPattern("bra-sample-24-7,BRA,\\d+,.*,240,ANSWERED");
        }
        for (var other : new Cast[] {Cast.PARAGUAY_DUTY, Cast.PARAGUAY_COORDINATOR, Cast.COSTA_RICA_DUTY}) {
            assertThat(as(other).page("/directory/drills?lang=en").text()).doesNotContain("bra-sample");
            assertThat(as(other).page("/directory/drills.csv").text()).doesNotContain("bra-sample");
        }
        for (var path : new String[] {"/directory/drills", "/directory/drills.csv"}) {
            stranger.page(path).require(404);
            as(Cast.OBSERVER).page(path).require(404);
        }
        assertThat(stranger.page("/authorities/bra-sample-24-7?lang=en").text()).doesNotContain("4 minutes");
    }

    @Test
    void aDrillThatNobodyAnswersIsMissed() {
        as(Cast.SECRETARIAT).form("/directory/drills", Map.of()).require(303);
        var link = MAIL.link(COSTA_RICA, 1);
        CLOCK.pass(Duration.ofHours(25));

        assertThat(stranger.page(link).text()).contains("The drill is over");
        stranger.form(link + "/presence", Map.of()).require(410);
        assertThat(as(Cast.COSTA_RICA_DUTY).page("/directory/drills?lang=en").text())
                .contains("not answered", "1 of ");
    }

    @Test
    void twoProcessesThatGoRoundAtOnceAskOnce() {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(rounds::go),
                        CompletableFuture.runAsync(rounds::go),
                        CompletableFuture.runAsync(rounds::go))
                .join();
        rounds.go();

        MAIL.to(COSTA_RICA, 2);
        assertThat(MAIL.to(COSTA_RICA, 1)).hasSize(1);
    }

    /** The last: afterwards nobody's mailbox is asked any more. */
    @Test
    @Order(Integer.MAX_VALUE)
    void afterFiveFailuresTheDeputyIsAskedAndThenTheCoordinator() throws Exception {
        correctParaguay("nueva@fiscalia.example", "suplente@fiscalia.example");
        for (var failure = 1; failure <= 5; failure++) {
            rounds.go();
            var mail = MAIL.to("nueva@fiscalia.example", failure);
            assertThat(mail).as("question %d", failure).hasSize(failure);
            if (failure % 2 == 0) {
                MAIL.comeBack(mail.getLast());
                awaitReturns(failure / 2);
                CLOCK.pass(Duration.ofDays(8));
            } else {
                CLOCK.pass(Duration.ofDays(15));
            }
        }
        for (var failure = 1; failure <= 2; failure++) {
            rounds.go();
            assertThat(MAIL.to("suplente@fiscalia.example", failure)).hasSize(failure);
            CLOCK.pass(Duration.ofDays(15));
        }
        rounds.go();

        var point = "/authorities/pry-sample-24-7";
        var told = MAIL.to(Cast.PARAGUAY_COORDINATOR.email(), point, 1);
        assertThat(MailWorld.text(told.getLast()))
                .contains("no responde a su correo")
                .doesNotContain("/check/");
        assertThat(MAIL.to("nueva@fiscalia.example", 5)).hasSize(5);
        rounds.go();
        assertThat(MAIL.to(Cast.PARAGUAY_COORDINATOR.email(), point, 1))
                .as("told once a month")
                .hasSize(1);
    }

    private void isATaskUntilTheMailboxAnswersAgain() {
        for (var keeper : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.SECRETARIAT}) {
            var page = as(keeper).page("/directory/upkeep?lang=en").require(200).text();
            assertThat(page)
                    .contains("mailbox does not answer", "5 questions to the mailbox failed in a row")
                    .contains("coordinators are asked");
            assertThat(page).as("the count in the menu").containsPattern("Upkeep[^<]*<[^>]*>[^<]*[1-9]");
        }
        as(Cast.PARAGUAY_DUTY).page("/directory/upkeep").require(404);
        stranger.page("/directory/upkeep").require(404);
        as(Cast.COSTA_RICA_DUTY)
                .form("/directory/upkeep/pry-sample-24-7/question", Map.of())
                .require(404);

        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        coordinator.form("/directory/upkeep/cri-sample-24-7/question", Map.of()).require(404);
        coordinator.form("/directory/upkeep/pry-sample-24-7/question", Map.of()).require(303);
        coordinator.form("/directory/upkeep/pry-sample-24-7/question", Map.of()).require(409);
        var link = MAIL.link("nueva@fiscalia.example", 6);
        var version = stranger.page(link).text().replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
        stranger.form(link + "/confirmation", Map.of("version", version)).require(303);
        assertThat(coordinator.page("/directory/upkeep?lang=en").text()).doesNotContain("mailbox does not answer");
    }

    private void correctParaguay(String mailbox, String deputy) {
        var change = as(Cast.SECRETARIAT)
                .form(
                        "/authorities/pry-sample-24-7/correction",
                        Map.ofEntries(
                                Map.entry("kind", "CONTACT_24_7"),
                                Map.entry("name", "Punto de contacto 24/7"),
                                Map.entry("nameLanguage", "es"),
                                Map.entry("languages", "es"),
                                Map.entry("zone", "America/Asuncion"),
                                Map.entry("alwaysOpen", "true"),
                                Map.entry("mailbox", mailbox),
                                Map.entry("deputy", deputy),
                                Map.entry("way", "NOTE_VERBALE"),
                                Map.entry("source", "Nota 9/2026")))
                .require(303)
                .location();
        as(Cast.SECRETARIAT_LEGAL).form(change + "/approval", Map.of()).require(303);
    }

    private void awaitReturns(int count) throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            var returned = sql.sql("select count(*) from notices.notice where returned_at is not null"
                            + " and recipient = 'nueva@fiscalia.example'")
                    .query(Integer.class)
                    .single();
            if (returned >= count) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the report was not read");
    }

    private String everythingStored() {
        return sql.sql("select q::text from upkeep.question q")
                        .query(String.class)
                        .list()
                + " "
                + sql.sql("select n::text from notices.notice n where sent_at is not null")
                        .query(String.class)
                        .list();
    }

    private String entry(String id) {
        return stranger.page("/authorities/" + id + "?lang=en").require(200).text();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn(base(), member);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        Movable movable() {
            return CLOCK;
        }
    }
}
