package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guarantee runs out and the formal request is not ready: Paraguay asks to prolong, Costa Rica goes on preserving, and neither has to type what both know. */
class ExtensionTests {

    private static final String SECRET = "canario-de-la-prorroga";
    private static final String FORM = """
            {"v":1,"kind":"form","form":"preservation/1","language":"es","values":{"P-02":"UEDI-2417/2026","P-05.person":"Fiscal de turno",\
            "P-08":[{"title":"Estafa mediante sistemas informáticos","article":"bud.8","provision":"Artículo 188","penalty":"Hasta cinco años"}],\
            "P-09":"Cobros no autorizados: %s","P-10":[{"kinds":["subscriber"],"selectors":[{"kind":"account","value":"cobros@correo.example"}],\
            "from":{"date":"2026-03-13","time":"00:00:00","offset":"-03:00"},"to":{"date":"2026-03-14","time":"00:00:00","offset":"-03:00"}}],\
            "P-11":"La cuenta recibió los pagos.","P-12.custodian":"Proveedor Tico S.A. (ficticio)","P-13.risk":["retention"],\
            "P-13":"El proveedor borra los registros.","P-14":true,"P-14.date":"2026-05-01","P-17":"urgent","P-17.reason":"Esta noche."},"attachments":[]}
            """.formatted(SECRET).strip();

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.apart();

    @Test
    void whatWasPreservedIsProlongedWithoutTypingItAgain() {
        var earlier = "/requests/" + preservedWithTenDaysLeft();
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
            assertThat(page.locator("section.turn").innerText()).doesNotContain("termina pronto");
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

    private static UUID preservedWithTenDaysLeft() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var sanJose = OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        asuncion.post(sent).require(200);
        var id = sent.request();
        sanJose.act(id, OfficerSession.OPEN, null);
        sanJose.act(
                id,
                new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), LocalDate.parse(day(1))),
                message("take-in-charge", "{\"reference\":\"CR-24-7-881\"}"));
        var from = Instant.now().minus(50, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(
                id,
                new Preserve(
                        from,
                        from.atZone(Cast.Office.COSTA_RICA.zone()).toLocalDate().plusDays(60),
                        true),
                message("preserve", "{\"ticket\":\"PRES-2026-77\",\"custodian\":\"Proveedor Tico S.A.\"}"));
        return id;
    }

    private static String message(String act, String values) {
        return "{\"v\":1,\"kind\":\"message\",\"act\":\"" + act + "\",\"language\":\"es\",\"values\":" + values
                + ",\"attachments\":[]}";
    }
}
