package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.enlace.demo.Cast;
import org.enlace.demo.Papers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guarantee runs out and the formal request is not ready: Paraguay asks to prolong, Costa Rica goes on preserving, and neither has to type what both know. */
class ExtensionTests {

    private static final String SECRET = "canario-de-la-prorroga";
    private static final String FORM = Papers.wholePreservation("Cobros no autorizados: " + SECRET);

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.apart();

    @Test
    void whatWasPreservedIsProlongedWithoutTypingItAgain() {
        var earlier = "/requests/" + Papers.preservedWithTenDaysLeft(demo.localhost(), FORM);
        String extension;
        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            List<String> bodies = new ArrayList<>();
            paraguay.context().onRequest(request -> {
                if (request.postData() != null) {
                    bodies.add(request.postData());
                }
            });
            page.navigate(demo.localhost() + earlier);
            assertThat(page.locator("section.turn").innerText()).contains("La garantía de Costa Rica termina pronto");
            var reference = page.locator(".marks .symbol").innerText();

            page.locator("section.turn a[href*='extends=']").click();
            page.locator("h1", new com.microsoft.playwright.Page.LocatorOptions().setHasText(reference))
                    .waitFor();
            paraguay.isAccessible();
            page.locator("[data-part=begin]:not([disabled])").click();
            page.waitForURL(url -> url.endsWith("/status"));
            var wizard = new Wizard(page);
            wizard.field("P-03.ticket").locator("[data-control]").waitFor();
            assertThat(page.locator("[data-part=taken-over]").innerText()).contains(reference, "la urgencia");
            assertThat(wizard.typed("P-03.ticket")).isEqualTo("PRES-2026-77");
            assertThat(wizard.typed("P-18.date")).isNotEmpty();
            assertThat(wizard.typed("P-02")).isEqualTo("UEDI-2417/2026");
            paraguay.isAccessible();
            wizard.onward("authorities").onward("contacts").onward("offence");
            assertThat(wizard.typed("P-09")).contains(SECRET);
            wizard.onward("data").onward("custodian").onward("need");
            assertThat(wizard.field("P-14").locator("input").isChecked())
                    .as("the statement of Article 29(2)(f) is made anew")
                    .isFalse();
            wizard.field("P-14").locator("input").check();
            wizard.type("P-14.date", "2027-03-15")
                    .onward("handling")
                    .choose("P-17", "ordinary")
                    .onward("conditions")
                    .onward("attachments");
            extension = wizard.send();

            assertThat(page.locator(".linked").innerText()).contains(reference, "prórroga", "Datos conservados");
            assertThat(bodies).as("what left the browser").isNotEmpty().noneMatch(body -> body.contains(SECRET));
            page.navigate(demo.localhost() + earlier);
            assertThat(page.locator(".linked").innerText()).contains("prórroga", "Enviada");
            assertThat(page.locator("section.turn").innerText())
                    .as("asked is not granted: the watch goes on")
                    .contains("termina pronto", "Prórroga pedida, aún no concedida")
                    .doesNotContain("pida una prórroga");
        }

        try (var costaRica = enter(Cast.COSTA_RICA_DUTY, Language.EN, demo.loopback())) {
            var page = costaRica.page();
            page.navigate(demo.loopback() + extension + "?lang=en");
            page.locator(".linked a[href='" + earlier + "']").waitFor();
            Acting.open(page);
            page.locator("[data-part=asked]").getByText(SECRET).first().waitFor();
            assertThat(page.locator("[data-part=asked]").innerText()).contains("Extension", "PRES-2026-77");
            Acting.takeInCharge(page);
            Acting.preserve(page, "PRES-2026-78", 120);
            costaRica.isAccessible();
            page.locator(".linked a").click();
            page.waitForURL(url -> url.endsWith(earlier));
            assertThat(page.locator(".linked").innerText()).contains("extension", "guaranteed until");
        }

        try (var paraguay = enter(Cast.PARAGUAY_DUTY, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + earlier);
            assertThat(page.locator("section.turn").innerText())
                    .contains("Los datos siguen conservados en virtud de una prórroga");
            var until = LocalDate.parse(day(120)).getYear();
            assertThat(page.locator(".linked").innerText()).contains("garantizados hasta el", String.valueOf(until));
            assertThat(page.locator("a[href*='extends=']").count())
                    .as("nothing to extend while an extension stands")
                    .isZero();
            page.navigate(demo.localhost() + "/desk");
            assertThat(page.locator(".menu .count").count()).as("nothing waits").isZero();
        }
    }
}
