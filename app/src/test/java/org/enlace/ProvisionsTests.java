package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.enter;
import static org.enlace.Acting.fill;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What sends most requests back, a law that is cited and not attached: asked for before it is sent, ticked where it is missing, repaired by a file. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvisionsTests {

    @TempDir
    private static Path folder = Path.of("");

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    private static String request = "";

    @Test
    @Order(1)
    void aFileIsALegalProvisionOnceItIsSaidToBeOneWithTheDayOfItsText() throws Exception {
        try (var paraguay = enter(Cast.PARAGUAY_CENTRAL, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + "/requests/new?measure=documents&from=PRY&to=CRI");
            page.locator(".choice:has(input[value=cri-sample-central][data-instrument=budapest]) input")
                    .check();
            page.locator("[data-part=begin]:not([disabled])").click();
            page.waitForURL(Pattern.compile("/drafts/[0-9a-f-]+/status"));
            var wizard = new Wizard(page).type("P-02", "UEDI-2417/2026").onward("authorities");
            wizard.type("P-05.person", "Autoridad central").type("P-05.phone", "+595 21 555 0142");
            wizard.onward("contacts").onward("earlier").onward("offence");
            wizard.type("title", "Estafa mediante sistemas informáticos").choose("article", "bud.8");
            wizard.type("provision", "Artículo 188 del Código Penal").type("penalty", "Hasta cinco años");
            wizard.type("P-09", "Cobros no autorizados a nombre de un comercio.");
            var question = page.locator("[data-field='annex.provisions']");
            assertThat(question).containsText("Todavía no hay un archivo señalado como tal.");
            wizard.onward("proceedings").choose("M-02", "investigation").type("M-02.subject", "Estafas por mensajes");
            wizard.type("S-08.office", "Unidad de Delitos Informáticos")
                    .onward("persons")
                    .onward("measures");
            wizard.choose("M-05.kinds", "records").type("M-05", "Los contratos del titular de la cuenta.");
            wizard.onward("execution").type("M-07", "Identificar al titular.").onward("handling");
            wizard.choose("P-17", "ordinary")
                    .onward("conditions")
                    .onward("attachments")
                    .onward("check");
            page.locator("[data-part=obstacles] a:has-text('Adjunte el texto de las disposiciones')")
                    .click();
            page.waitForURL(Pattern.compile("/attachments#"));
            assertThat(page.locator("[data-part=annexes] li")).isFocused();

            wizard.attach(written("codigo-penal-188.txt", "Artículo 188"));
            var file = page.locator("[data-part=files] li:has-text('codigo-penal-188.txt')");
            file.locator("[data-part=take-away]").waitFor();
            assertThat(file.locator("[data-part=version]")).isHidden();
            file.locator("[data-part=is]").selectOption("provision");
            assertThat(page.locator("[data-part=annexes]")).containsText("en qué fecha estaba vigente");
            paraguay.isAccessible();
            file.locator("[data-part=version] input").fill("2026-01-31");
            assertThat(page.locator("[data-part=annexes]")).not().containsText("vigente");
            assertThat(page.locator("[data-part=annexes]")).containsText("codigo-penal-188.txt");

            wizard.onward("check");
            assertThat(page.locator("[data-part=attached]"))
                    .containsText(
                            Pattern.compile("original, español · disposición legal, texto vigente al 31 ene[.]? 2026"));
            assertThat(page.locator("[data-part=reasons]")).not().containsText("Texto de las disposiciones");
            paraguay.isAccessible();
            page.navigate(page.url().replace("/check", "/print"));
            assertThat(page.locator("[data-part=attached]")).containsText("disposición legal, texto vigente");
            page.navigate(page.url().replace("/print", "/check"));
            request = wizard.sendNow();
        }
    }

    @Test
    @Order(2)
    void whoeverReceivesItReadsWhatTheFileIsAndTicksWhatIsMissingOfIt() {
        try (var central = enter(Cast.COSTA_RICA_CENTRAL, Language.FR, demo.localhost())) {
            var page = central.page();
            page.navigate(demo.localhost() + request);
            Acting.open(page);
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(page.locator("[data-part=files] li"))
                    .containsText(Pattern.compile(
                            "original, espagnol · disposition légale, texte en vigueur au 31 janv[.]? 2026"));
            assertThat(provisions(page)).containsText("codigo-penal-188.txt");
            Acting.takeInCharge(page);
            Acting.act(page, "ask", form -> {
                form.locator("[data-part=item]:has-text('Texte des dispositions légales') input")
                        .check();
                fill(form, "question", "La prescription manque.");
                fill(form, "due", day(3));
            });
            assertThat(page.locator(".timeline [data-what=ask]")).containsText("Texte des dispositions légales");
        }
    }

    @Test
    @Order(3)
    void whoeverAskedRepairsItByAFileOfThatKind() throws Exception {
        var limitation = written("prescripcion.txt", "Artículo 102");
        try (var paraguay = enter(Cast.PARAGUAY_CENTRAL, Language.ES, demo.localhost())) {
            var page = paraguay.page();
            page.navigate(demo.localhost() + request);
            page.locator("enlace-request[data-state=open]").waitFor();
            Acting.act(page, "answer", form -> {
                var item = form.locator("[data-repair] [data-field='annex.provisions']");
                assertThat(item).containsText("Todavía no hay un archivo señalado como tal.");
                form.locator("input[type=file]").setInputFiles(limitation);
                var file = form.locator("li:has-text('prescripcion.txt')");
                file.locator("[data-part=take-away]").waitFor();
                file.locator("[data-part=is]").selectOption("provision");
                file.locator("[data-part=version] input").fill("2026-02-01");
                assertThat(item).containsText("prescripcion.txt");
                fill(form, "answer", "Se adjunta el artículo 102.");
                paraguay.isAccessible();
            });
            assertThat(page.locator(".timeline [data-what=answer]")).containsText("Texto de las disposiciones legales");
        }
        try (var central = enter(Cast.COSTA_RICA_CENTRAL, Language.FR, demo.localhost())) {
            var page = central.page();
            page.navigate(demo.localhost() + request);
            page.locator("enlace-request[data-state=open]").waitFor();
            assertThat(provisions(page)).containsText("prescripcion.txt");
            assertThat(page.locator(".timeline [data-what=answer]")).containsText("disposition légale, texte");
            central.isAccessible();
        }
    }

    private static com.microsoft.playwright.Locator provisions(Page page) {
        return page.locator(
                "[data-part=asked] [data-chapter=offence] div:has(> dt:has-text('Texte des dispositions'))");
    }

    private static Path written(String name, String text) throws Exception {
        return Files.writeString(
                Files.createDirectories(folder.resolve("officer")).resolve(name), text);
    }
}
