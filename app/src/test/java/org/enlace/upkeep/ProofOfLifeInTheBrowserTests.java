package org.enlace.upkeep;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.enlace.Browsers;
import org.enlace.Language;
import org.enlace.access.Movable;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The end of a change that was said in a meeting: the mail arrives by a real mail server, its link is opened in the browser of whoever reads the mailbox, and the entry is fresh. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
class ProofOfLifeInTheBrowserTests {

    private static final MailWorld MAIL = MailWorld.open();
    private static final Movable CLOCK = new Movable(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    @LocalServerPort
    private int port;

    @Autowired
    private Rounds rounds;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", MAIL::smtp);
        settings.add("enlace.notices.returns", () -> "returns@enlace.example");
        settings.add("enlace.upkeep.round", () -> "1h");
    }

    @Test
    void whatWasSaidInAMeetingIsCorrectedAndThenConfirmedByTheMailboxItself() {
        reportAndCorrect();
        try (var coordinator = enter(Cast.PARAGUAY_COORDINATOR, Language.ES, 360);
                var mailbox = Browsers.visit(Language.ES, 360)) {
            var entry = mailbox.page();
            entry.navigate(base() + "/authorities/pry-sample-24-7?lang=es");
            assertThat(badge(entry)).hasText("confirmación vencida");

            var upkeep = coordinator.page();
            upkeep.navigate(base() + "/directory/upkeep?lang=es");
            coordinator.isAccessible();
            upkeep.locator("form[action='/directory/upkeep/pry-sample-24-7/question'] button")
                    .click();
            assertThat(upkeep.locator("form[action='/directory/upkeep/pry-sample-24-7/question']"))
                    .hasCount(0);

            entry.navigate(base() + MAIL.link("turno@fiscalia.example", 1) + "?lang=es");
            assertThat(entry.locator("main")).containsText("Punto de contacto 24/7 de turno");
            mailbox.isAccessible();
            entry.locator("form[action$='/confirmation'] button").click();
            assertThat(entry.locator(".notice")).containsText("Gracias: ha confirmado la entrada");
            assertThat(entry.locator("form[action$='/confirmation']")).hasCount(0);
            mailbox.isAccessible();

            entry.locator("main a[href='/authorities/pry-sample-24-7']").click();
            assertThat(badge(entry)).hasText("confirmada");
            assertThat(entry.locator("main")).containsText("desde el buzón de la autoridad");
            mailbox.isAccessible();
        }
    }

    @Test
    void aMailboxThatKeepsSilentIsSeenByThoseWhoKeepTheEntryAndTheEntryStaysUnconfirmed() {
        rounds.go();
        var link = MAIL.link("bra-sample-24-7@enlace.example", 1);
        CLOCK.pass(Duration.ofDays(15));
        try (var secretariat = enter(Cast.SECRETARIAT, Language.PT, 1280);
                var mailbox = Browsers.visit(Language.PT, 360).expecting("410")) {
            var page = secretariat.page();
            page.navigate(base() + "/directory/upkeep?lang=pt");
            assertThat(page.locator("tr:has(a[href='/authorities/bra-sample-24-7'])"))
                    .containsText("sem resposta");
            secretariat.isAccessible();

            var late = mailbox.page();
            late.navigate(base() + link + "?lang=pt");
            assertThat(late.locator(".notice.warning")).isVisible();
            assertThat(late.locator("form[action^='/check/']")).hasCount(0);
            mailbox.isAccessible();
            late.navigate(base() + "/authorities/bra-sample-24-7?lang=pt");
            assertThat(badge(late)).hasText("não confirmada");
        }
    }

    /** As in the meeting: said aloud, marked at once, then entered by one person and approved by another. */
    private void reportAndCorrect() {
        var programme = as(Cast.SECRETARIAT);
        programme
                .form(
                        "/authorities/pry-sample-24-7/reports",
                        Map.of(
                                "entry",
                                "pry-sample-24-7",
                                "said",
                                "A new mailbox",
                                "meeting",
                                "Second session",
                                "due",
                                "2099-01-01"))
                .require(303);
        assertThat(OfficerSession.visitor(base())
                        .page("/authorities/pry-sample-24-7?lang=es")
                        .text())
                .contains("se comunicó un cambio", "Second session");
        CLOCK.pass(Duration.ofMinutes(5));
        var change = programme
                .form(
                        "/authorities/pry-sample-24-7/correction",
                        Map.of(
                                "kind", "CONTACT_24_7",
                                "name", "Punto de contacto 24/7 de turno",
                                "nameLanguage", "es",
                                "languages", "es",
                                "zone", "America/Asuncion",
                                "alwaysOpen", "true",
                                "mailbox", "turno@fiscalia.example",
                                "way", "NOTE_VERBALE",
                                "source", "Nota 9/2026"))
                .require(303)
                .location();
        programme.form(change + "/approval", Map.of()).require(409);
        as(Cast.SECRETARIAT_LEGAL).form(change + "/approval", Map.of()).require(303);
        assertThat(OfficerSession.visitor(base())
                        .page("/authorities/pry-sample-24-7?lang=es")
                        .text())
                .doesNotContain("se comunicó un cambio");
        CLOCK.pass(Duration.ofDays(200));
    }

    private static Locator badge(Page page) {
        return page.locator("header.title .marks .tag:not(.sample)");
    }

    private Browsers.Visit enter(Cast member, Language language, int width) {
        var visit = Browsers.visit(language, width);
        var page = visit.page();
        page.navigate(base() + "/demo?as=" + member.key() + "&lang=" + language.tag());
        page.locator("form:has(input[value='" + member.key() + "']) button").click();
        page.waitForURL(url -> !url.contains("/demo"));
        return visit;
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
