package org.enlace.retention;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.enlace.Browsers;
import org.enlace.Browsers.Visit;
import org.enlace.Language;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Coded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Two officers of Brazil give up a request that is long over, as they do it: one ticks, the other signs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class RetentionInTheBrowserTests {

    private static final String BRAZIL = Cast.Office.BRAZIL.id();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void oneProposesAndTheOtherSigns() {
        var brasilia = OfficerSession.signIn(base(), Cast.BRAZIL_DUTY);
        brasilia.form("/retention/periods", Map.of("kind", "", "amount", "1", "unit", "days"))
                .require(303);
        try {
            var id = recalledLongAgo(brasilia);
            var reference = jdbc.sql("select reference from exchange.request where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
            propose(reference);
            sign(id, reference);
            assertThat(jdbc.sql(
                                    "select d.jws from retention.decision d join retention.deletion x using (proposal) where x.request = :id")
                            .param("id", id)
                            .query(String.class)
                            .single())
                    .as("the second officer's own signature")
                    .isNotBlank();
            assertThat(jdbc.sql("select count(*) from exchange.request_key where request = :id")
                            .param("id", id)
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            brasilia.form("/retention/periods", Map.of("kind", "", "amount", "", "unit", ""))
                    .require(303);
        }
    }

    private void propose(String reference) {
        try (var visit = enter(Cast.BRAZIL_DUTY)) {
            var page = visit.page();
            page.navigate(base() + "/retention");
            visit.isAccessible();
            assertThat(page.locator("label.choice", having(reference)).locator("input"))
                    .isChecked();
            page.locator("form[action='/retention/proposals'] button").click();
            assertThat(page.locator("#decide ~ p").first()).containsText("outro funcionário");
            assertThat(page.locator("enlace-release")).hasCount(0);
        }
    }

    private void sign(UUID id, String reference) {
        try (var visit = enter(Cast.BRAZIL_DEPUTY)) {
            var page = visit.page();
            page.navigate(base() + "/desk");
            assertThat(page.locator("#retention-waiting")).isVisible();
            page.navigate(base() + "/requests/" + id);
            assertThat(page.locator("#retention")).containsText("espera-se outro funcionário");
            page.locator("#retention a[href='/retention']").click();
            page.locator("main a[href^='/retention/proposals/']").first().click();
            visit.isAccessible();
            page.locator("enlace-release button").click();
            assertThat(page.locator("#went")).isVisible();
            assertThat(page.locator("tr", having(reference))).containsText(Cast.BRAZIL_DEPUTY.function());
            page.navigate(base() + "/requests/" + id);
            assertThat(page.locator("#retention"))
                    .containsText("Aprovado e assinado por: " + Cast.BRAZIL_DEPUTY.function());
            assertThat(page.locator("main")).containsText("A sua autoridade eliminou o que conservava");
            visit.isAccessible();
        }
    }

    /** As if it had been sent and recalled a hundred days ago, and announced in time. */
    private UUID recalledLongAgo(OfficerSession brasilia) {
        var sent = brasilia.sign(Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.ORDINARY, null, ManyRequests.FORM);
        brasilia.post(sent).require(200);
        brasilia.act(sent.request(), Coded.Plain.WITHDRAW, null);
        jdbc.sql("update exchange.standing set last_at = last_at - interval '100 days' where request = :id")
                .param("id", sent.request())
                .update();
        for (var ahead : new int[] {30, 7}) {
            jdbc.sql("""
                            insert into retention.announcement
                            select request, :authority, last_at + interval '1 day', :ahead, last_at + interval '2 days'
                            from exchange.standing where request = :id
                            """)
                    .param("authority", BRAZIL)
                    .param("ahead", ahead)
                    .param("id", sent.request())
                    .update();
        }
        return sent.request();
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private Visit enter(Cast member) {
        var visit = Browsers.visit(Language.PT);
        var page = visit.page();
        page.navigate(base() + "/demo?as=" + member.key() + "&lang=pt");
        page.locator("form:has(input[value='" + member.key() + "']) button").click();
        page.waitForURL(url -> !url.contains("/demo"));
        return visit;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
