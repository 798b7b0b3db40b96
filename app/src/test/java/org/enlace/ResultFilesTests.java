package org.enlace;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.enlace.Acting.day;
import static org.enlace.Acting.fill;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A result with files, from the browser of the authority that gives it to the one that receives it: what each file is, its description for forensic tools, what may leave the page. */
class ResultFilesTests {

    private static final byte[] RECORDS =
            "13/03 03:12 181.0.0.1 cobros@correo.example\n".repeat(500).getBytes(UTF_8);
    private static final byte[] TRANSLATION = "13/03 03:12 local time, charged twice\n".getBytes(UTF_8);
    private static final String MESSAGE = Papers.message("answer");
    private static final String FORM = Papers.form("assistance/1", "{\"P-09\":\"Cobros sin autorizar\"}");

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    @Test
    void eachFileSaysWhatItIsAndTheirDescriptionTravelsWithThem() throws Exception {
        var request = inCharge();
        give(request, "amber", "free");
        try (var asuncion = receiving(request, 360)) {
            var page = asuncion.page();
            var files = page.locator(".result [data-part=message] .files > li");
            assertThat(files).hasCount(3);
            assertThat(files.nth(0)).containsText("original, espanhol");
            assertThat(files.nth(1)).containsText("tradução oficial, inglês");
            assertThat(files.nth(2)).containsText("CASE/UCO");
            asuncion.isAccessible();

            files.nth(0).locator("summary").click();
            assertThat(files.nth(0).locator("[data-part=plain]"))
                    .hasText(Hash.sha256(RECORDS).hex());
            assertThat(saved(page, files.nth(0))).isEqualTo(RECORDS);

            var packed = handedOver(page);
            var case_ = JsonMapper.shared().readTree(packed.get("opened/002.jsonld"));
            assertThat(hashes(case_))
                    .contains(
                            Hash.sha256(RECORDS).hex(), Hash.sha256(TRANSLATION).hex());
            assertThat(new String(packed.get("opened/002.jsonld"), UTF_8))
                    .contains("registros.csv", "records.txt", "TLP:AMBER", "relation:official");
            assertThat(new String(packed.get("opened/002.txt"), UTF_8))
                    .startsWith("TLP:AMBER: dentro da autoridade destinatária")
                    .contains("Registros de conexão", Hash.sha256(RECORDS).hex());
            assertThat(new String(packed.get("conditions.txt"), UTF_8)).contains("Só depois de nos consultar");
            assertThat(new String(packed.get("request-key.txt"), UTF_8)).startsWith("AGE-SECRET-KEY-1");
        }
    }

    @Test
    void whatIsForTheEyesOfItsRecipientsIsReadAndDoesNotLeaveThePage() throws Exception {
        var request = inCharge();
        give(request, "red", "none");
        try (var asuncion = receiving(request, 1280)) {
            var page = asuncion.page();
            var file = page.locator(".result [data-part=message] .files > li").first();
            assertThat(file).containsText("não salvo");
            assertThat(file.locator("[data-part=fetch]")).isHidden();
            file.locator("[data-part=view]").click();
            assertThat(file.locator("[data-part=viewed]")).containsText("cobros@correo.example");

            var keep = page.locator("enlace-evidence");
            assertThat(keep.locator("[data-part=barred]")).containsText("TLP:RED");
            assertThat(keep.locator("[data-part=barred]")).containsText("Não pode ser usado em juízo");
            assertThat(keep.locator("[data-part=with-key]")).isDisabled();
            assertThat(keep.locator("[data-part=print]")).isHidden();
            asuncion.isAccessible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator(".print-only.barred")).isVisible();
            assertThat(page.locator(".result [data-part=message]")).isHidden();
        }
        grantUseInCourt(request);
        try (var asuncion = at(request, 1280)) {
            var page = asuncion.page();
            page.locator("enlace-request[data-state=open]").waitFor();
            var file = page.locator(".result [data-part=message] .files > li").first();
            assertThat(file.locator("[data-part=fetch]")).isVisible();
            assertThat(page.locator("enlace-evidence [data-part=barred]")).isHidden();
        }
    }

    /** Gives two files, the second said to be an official translation. The page is loaded anew in between: what had arrived is there to be attached. */
    private static void give(String request, String marking, String court) {
        try (var sanJose = Acting.enter(Cast.COSTA_RICA_CENTRAL, Language.ES, demo.loopback())) {
            var page = sanJose.page();
            page.navigate(demo.loopback() + request);
            page.locator("enlace-request[data-state=open]").waitFor();
            attachAndLoadAnew(page);
            Acting.act(page, "result", form -> {
                form.locator("[data-field=part] input[value=final]").check();
                fill(form, "summary", "Registros de conexão de la cuenta");
                for (var condition : Map.of("tlp", marking, "court", court, "purpose", "proceedings", "onward", "ask")
                        .entrySet()) {
                    form.locator("input[value=" + condition.getValue() + "][name$='" + condition.getKey()
                                    + "'], [data-field='" + condition.getKey() + "'] input[value="
                                    + condition.getValue() + "]")
                            .first()
                            .check();
                }
                for (var left = 2; left > 0; left--) {
                    assertThat(form.locator(".unfinished")).hasCount(left);
                    form.locator(".unfinished [data-part=attach]").first().click();
                }
                var second = form.locator("[data-part=files] > li").nth(1);
                second.locator("[data-part=language]").selectOption("en");
                second.locator("[data-part=relation]").selectOption("official");
                second.locator("[data-part=take-away]:visible").waitFor();
            });
            sanJose.isAccessible();
        }
    }

    private static void attachAndLoadAnew(Page page) {
        Acting.reveal(page, "result");
        var form = page.locator("enlace-act[data-kind=result]");
        form.locator("[data-part=choose]").setInputFiles(new FilePayload[] {
            new FilePayload("registros.csv", "text/csv", RECORDS),
            new FilePayload("records.txt", "text/plain", TRANSLATION)
        });
        assertThat(form.locator("[data-part=take-away]:visible")).hasCount(2);
        page.reload();
        page.locator("enlace-request[data-state=open]").waitFor();
        assertThat(form.locator(".unfinished")).hasCount(2);
    }

    /** Accepts the conditions and opens the result. */
    private static Browsers.Visit receiving(String request, int width) {
        var visit = at(request, width);
        var page = visit.page();
        page.locator("enlace-request[data-state=open]").waitFor();
        page.locator("[data-reveal^='receive']").first().click();
        page.locator("enlace-act[data-kind=receive] [data-field=accepted] input")
                .check();
        page.locator("enlace-act[data-kind=receive] button[type=submit]").click();
        page.locator(".timeline [data-what=receive]").waitFor();
        page.locator(".result [data-part=message] .files > li").first().waitFor();
        return visit;
    }

    private static Browsers.Visit at(String request, int width) {
        var visit = Acting.enter(Browsers.visit(Language.PT, width), Cast.PARAGUAY_DUTY, Language.PT, demo.localhost());
        visit.page().navigate(demo.localhost() + request);
        visit.page().evaluate("() => delete window.showSaveFilePicker");
        return visit;
    }

    private static String inCharge() {
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
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
        var central = OfficerSession.signIn(demo.loopback(), Cast.COSTA_RICA_CENTRAL);
        central.act(sent.request(), OfficerSession.OPEN, null);
        var soon = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        central.act(
                sent.request(),
                new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), soon),
                MESSAGE.formatted("take-in-charge"));
        return "/requests/" + sent.request();
    }

    private static void grantUseInCourt(String request) {
        var id = UUID.fromString(request.replace("/requests/", ""));
        var asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
        var acts = asuncion.get("/requests/" + id + "/acts").require(200).json().get("acts");
        var result = UUID.fromString(acts.get(3).get("act").asString());
        var soon = LocalDate.parse(day(9));
        var asked = asuncion.act(id, new AskUse(result, AskUse.Use.COURT, soon), MESSAGE.formatted("ask-use"));
        OfficerSession.signIn(demo.loopback(), Cast.COSTA_RICA_CENTRAL)
                .act(
                        id,
                        new GrantUse(UUID.fromString(asked.get("act").asString()), GrantUse.Decision.GRANTED, null),
                        null);
    }

    private static byte[] saved(Page page, Locator file) throws IOException {
        var download =
                page.waitForDownload(() -> file.locator("[data-part=fetch]").click());
        return bytes(download);
    }

    /** The package with the request's key in it, by its files. */
    private static Map<String, byte[]> handedOver(Page page) throws IOException {
        page.locator("[data-part=with-key]").check();
        var download = page.waitForDownload(
                () -> page.locator("enlace-evidence [data-part=fetch]").click());
        var found = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(download.createReadStream())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }

    private static byte[] bytes(Download download) throws IOException {
        try (InputStream in = download.createReadStream()) {
            return in.readAllBytes();
        }
    }

    private static java.util.List<String> hashes(JsonNode case_) {
        return case_.findValues("uco-types:hashValue").stream()
                .map(value -> value.get("@value").asString())
                .toList();
    }
}
