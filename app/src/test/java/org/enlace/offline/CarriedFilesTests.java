package org.enlace.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.Papers;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asunción asks San José for a preservation while the platform is away: the tool as it runs on their computers, and what the platform makes of it the next day. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class CarriedFilesTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CHUNK = 1 << 20;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private OfficerSession asuncion;
    private OfficerSession sanJose;

    @BeforeEach
    void takeKitsAlong() throws IOException {
        asuncion = OfficerSession.signIn("http://localhost:" + port, Cast.PARAGUAY_DUTY);
        sanJose = OfficerSession.signIn("http://localhost:" + port, Cast.COSTA_RICA_DUTY);
        Files.write(
                folder.resolve("pry.json"),
                asuncion.get("/account/kit").require(200).body());
        Files.write(
                folder.resolve("cri.json"),
                sanJose.get("/account/kit").require(200).body());
    }

    @Test
    void aRequestIsSealedAnsweredAndBroughtInWithTheTimesOfBothSides() throws Exception {
        var call = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        seal("request.zip", call);
        assertThat(clear(folder.resolve("request.zip"))).doesNotContain("canary");

        var answered = open("answers.json", "request.zip", "answered.zip", "cri.json", """
                {"accept":true,"language":"es","acts":[
                  {"kind":"call","values":{"at":{"date":"%s","time":"%s","offset":"+00:00"}}},
                  {"kind":"take-in-charge","values":{"reference":"CR-77","nextDate":"%s","contact":"+506 2555 0100"}},
                  {"kind":"preserve","values":%s}]}""".formatted(
                        call.toString().substring(0, 10),
                        call.plusSeconds(240).toString().substring(11, 19),
                        LocalDate.now(ZoneId.of("America/Costa_Rica")).plusDays(3),
                        preserved()));
        assertThat(answered.text())
                .contains("VÁLIDO")
                .contains("canary-offline")
                .contains("TLP:");
        assertThat(answered.code()).describedAs(answered.text()).isZero();
        assertThat(clear(folder.resolve("answered.zip"))).doesNotContain("canary", "CR-77");

        var brought = bring(asuncion, "answered.zip");
        assertThat(outcomes(brought)).containsOnly("BROUGHT_IN").hasSize(6);
        var request = brought.path("request").asString();
        var page = asuncion.page("/requests/" + request).require(200).text();
        assertThat(page).contains("id=\"reckoning\"").contains("data-part=\"carried\"");
        assertThat(page).contains("Sus plazos corren desde la llamada");
        var record = asuncion.get("/requests/" + request + "/acts").require(200).json();
        assertThat(record.path("receipts").size())
                .describedAs("delivered, opened, taken in charge")
                .isEqualTo(3);

        assertThat(outcomes(bring(sanJose, "answered.zip"))).containsOnly("ALREADY_HERE");
        assertThat(outcomes(bring(sanJose, "request.zip"))).containsOnly("ALREADY_HERE");
        var evidence = folder.resolve("evidence.zip");
        Files.write(
                evidence,
                asuncion.get("/requests/" + request + "/evidence").require(200).body());
        assertThat(verify(evidence).text()).startsWith("VALID");
    }

    @Test
    void periodsRunFromWhenItWasBroughtInWhereOnlyOneSideRecordedACall() throws Exception {
        seal("request.zip", Instant.now().minus(5, ChronoUnit.HOURS));
        var request = bring(sanJose, "request.zip").path("request").asString();
        assertThat(sanJose.page("/requests/" + request).require(200).text())
                .contains("Sus plazos corren desde que se incorporó");
    }

    @Test
    void aChangedFileIsNotOpenedAndItsActIsNotTaken() throws Exception {
        seal("request.zip", Instant.now());
        rewrite("request.zip", "forged.zip", "acts/001.jws", jws -> {
            var parts = new String(jws, StandardCharsets.US_ASCII).split("\\.");
            var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            var other = payload.replace("\"urgency\":\"urgent\"", "\"urgency\":\"ordinary\"");
            parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8));
            return String.join(".", parts).getBytes(StandardCharsets.US_ASCII);
        });
        var opened = open("answers.json", "forged.zip", "out.zip", "cri.json", "{\"accept\":true,\"language\":\"es\"}");
        assertThat(opened.code()).isEqualTo(1);
        assertThat(opened.text()).contains("NO VÁLIDO").doesNotContain("canary");
        assertThat(folder.resolve("out.zip")).doesNotExist();

        var line = bring(asuncion, "forged.zip").path("acts").get(0);
        assertThat(line.path("outcome").asString()).isEqualTo("NOT_TAKEN");
        assertThat(line.path("why").asString()).isNotBlank();
        assertThat(line.path("refusal").path("kind").asString())
                .as("with the host's signature on that")
                .isEqualTo("enlace-refusal");
    }

    @Test
    void aFileForSomebodyElseIsNeitherOpenedNorTaken() throws Exception {
        seal("request.zip", Instant.now());
        var brasilia = OfficerSession.signIn("http://localhost:" + port, Cast.BRAZIL_DUTY);
        Files.write(
                folder.resolve("bra.json"),
                brasilia.get("/account/kit").require(200).body());
        var opened =
                open("answers.json", "request.zip", "out.zip", "bra.json", "{\"accept\":true,\"language\":\"pt\"}");
        assertThat(opened.code()).isEqualTo(2);
        assertThat(opened.text()).doesNotContain("canary");
        try (var file = CarriedFile.open(folder.resolve("request.zip"), null)) {
            assertThat(brasilia.post("/carried", form(file)).code()).isEqualTo("NOT_FOR_YOU");
        }
    }

    @Test
    void conditionsThatAreNotAcceptedKeepItClosed() throws Exception {
        seal("request.zip", Instant.now());
        var opened =
                open("answers.json", "request.zip", "out.zip", "cri.json", "{\"accept\":false,\"language\":\"es\"}");
        assertThat(opened.code()).isZero();
        assertThat(opened.text()).doesNotContain("canary");
        assertThat(folder.resolve("out.zip")).doesNotExist();
    }

    @Test
    void thatTheyCannotBeAcceptedTravelsBackAndThatTheyStand() throws Exception {
        seal("request.zip", Instant.now());
        var closed = "{\"accept\":false,\"refuse\":\"%s\",\"language\":\"es\"}";
        assertThat(open("answers.json", "request.zip", "none.zip", "cri.json", closed.formatted("dislike"))
                        .text())
                .contains("no es un motivo de la lista");
        var refused = open("answers.json", "request.zip", "refused.zip", "cri.json", closed.formatted("own-law"));
        assertThat(refused.code()).describedAs(refused.text()).isZero();
        assertThat(refused.text()).contains("No se abrió nada").doesNotContain("canary");
        var upheld = open(
                "answers.json",
                "refused.zip",
                "upheld.zip",
                "pry.json",
                "{\"accept\":true,\"language\":\"es\",\"acts\":[{\"kind\":\"uphold-conditions\"}]}");
        assertThat(upheld.code()).describedAs(upheld.text()).isZero();
        var brought = bring(asuncion, "upheld.zip");
        assertThat(outcomes(brought)).containsOnly("BROUGHT_IN").hasSize(4);
        assertThat(asuncion.page("/requests/" + brought.path("request").asString())
                        .require(200)
                        .text())
                .contains("Condiciones no aceptadas", "Las condiciones se mantienen", "La ley del Estado receptor");
    }

    @Test
    void whatWasSentHereCanBeCarriedToASideThatIsAway() throws Exception {
        var sent = asuncion.sign(
                Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.URGENT, null, Papers.preservation("canary-sent"));
        asuncion.post(sent).require(200);
        var path = "/requests/" + sent.request() + "/carried";
        assertThat(sanJose.get(path).code()).isEqualTo("NOT_OPENED");
        Files.write(
                folder.resolve("request.zip"), asuncion.get(path).require(200).body());
        assertThat(asuncion.page("/requests/" + sent.request() + "?lang=en").text())
                .as("the file opens with the key that is in it, and that is noted")
                .contains("Opened in your authority by", Cast.PARAGUAY_DUTY.function());
        var opened = open(
                "answers.json", "request.zip", "answered.zip", "cri.json", "{\"accept\":true,\"language\":\"es\"}");
        assertThat(opened.code()).describedAs(opened.text()).isZero();
        assertThat(opened.text()).contains("canary-sent");
        assertThat(outcomes(bring(sanJose, "answered.zip"))).containsExactly("ALREADY_HERE", "BROUGHT_IN");
    }

    @Test
    void aLegalProvisionIsCarriedAsOneWithTheDayOfItsText() throws Exception {
        Files.writeString(folder.resolve("codigo.txt"), "Artículo 188");
        var file = Map.of(
                "path", folder.resolve("codigo.txt").toString(),
                "type", "text/plain",
                "language", "es",
                "relation", "original",
                "kind", "provision",
                "version", "2026-01-31");
        seal("request.zip", Instant.now(), List.of(file));
        var opened =
                open("answers.json", "request.zip", "out.zip", "cri.json", "{\"accept\":true,\"language\":\"es\"}");
        assertThat(opened.text())
                .contains("codigo.txt · el original · Español · una disposición legal · texto vigente al 31");
    }

    @Test
    void whoeverWaitsAsksAndAddsOffLineToo() throws Exception {
        var sent = asuncion.sign(
                Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.ORDINARY, null, Papers.preservation("canary-wait"));
        asuncion.post(sent).require(200);
        sanJose.act(sent.request(), OfficerSession.OPEN, null);
        sanJose.act(
                sent.request(),
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(),
                        LocalDate.now(ZoneId.of("America/Costa_Rica")).plusDays(9)),
                Papers.message("take-in-charge"));
        Files.write(
                folder.resolve("request.zip"),
                asuncion.get("/requests/" + sent.request() + "/carried")
                        .require(200)
                        .body());
        var asked = open("answers.json", "request.zip", "asked.zip", "pry.json", """
                {"accept":true,"language":"es","acts":[
                  {"kind":"enquire","values":{"note":"canary-asked"}},
                  {"kind":"add","values":{"addition":"canary-added"}}]}""");
        assertThat(asked.code()).describedAs(asked.text()).isZero();
        assertThat(clear(folder.resolve("asked.zip"))).doesNotContain("canary");
        assertThat(outcomes(bring(sanJose, "asked.zip")))
                .containsExactly("ALREADY_HERE", "ALREADY_HERE", "ALREADY_HERE", "BROUGHT_IN", "BROUGHT_IN");
        assertThat(sanJose.page("/requests/" + sent.request()).require(200).text())
                .contains("pregunta cómo va esta solicitud", "añadió algo el");
    }

    @Test
    void whoHasReadHasSignedHoweverItEndsAndGoesOnFromThere() throws Exception {
        seal("request.zip", Instant.now());
        var broken = Tool.run(
                folder, "sí\n", "open", "request.zip", "--kit", "cri.json", "--out", "half.zip", "--language", "es");
        assertThat(broken.code()).as("the input ended").isEqualTo(2);
        assertThat(broken.text()).contains("canary-offline", "Lo firmado está en half.zip");
        assertThat(kinds("half.zip")).containsExactly("send", "call", "open");

        var begun = Files.readAllBytes(folder.resolve("half.zip"));
        var mistaken = open("answers.json", "request.zip", "half.zip", "cri.json", """
                {"accept":true,"language":"es","acts":[{"kind":"call","values":{}}]}""");
        assertThat(mistaken.code()).isEqualTo(2);
        assertThat(folder.resolve("half.zip")).hasBinaryContent(begun);
        var answered = open("answers.json", "request.zip", "half.zip", "cri.json", """
                {"accept":true,"language":"es","acts":[
                  {"kind":"take-in-charge","values":{"reference":"CR-77","nextDate":"%s","contact":"+506 2555 0100"}}]}""".formatted(soon()));
        assertThat(answered.code()).describedAs(answered.text()).isZero();
        assertThat(answered.text()).contains("canary-offline").doesNotContain("Firmado en");
        assertThat(kinds("half.zip")).containsExactly("send", "call", "open", "take-in-charge");
        assertThat(outcomes(bring(sanJose, "half.zip"))).containsOnly("BROUGHT_IN");

        assertThat(open("answers.json", "half.zip", "request.zip", "cri.json", "{\"accept\":true,\"language\":\"es\"}")
                        .text())
                .as("another file is not overwritten")
                .contains("request.zip", "No se sobrescribe");
    }

    @Test
    void nothingIsShownWhereTheSignedOpeningCannotBeWritten() throws Exception {
        seal("request.zip", Instant.now());
        var opened = open(
                "answers.json",
                "request.zip",
                "none/answered.zip",
                "cri.json",
                "{\"accept\":true,\"language\":\"es\"}");
        assertThat(opened.code()).isEqualTo(2);
        assertThat(opened.text()).doesNotContain("canary");
    }

    @Test
    void whatIsSavedHasItsConditionsBesideIt() throws Exception {
        Files.writeString(folder.resolve("registros.csv"), "hora;dirección");
        seal(
                "request.zip",
                Instant.now(),
                List.of(attached("registros.csv", "text/csv")),
                Map.of("P-16.onward", "none"));
        var read = save("request.zip", "cri.json", "{\"accept\":true,\"language\":\"es\"}");
        assertThat(read.code()).describedAs(read.text()).isZero();
        assertThat(read.text())
                .as("above the content")
                .containsSubsequence(
                        "-- solicitud firmada", "TLP:AMBER", "No puede transmitirse a otros.", "canary-offline");
        assertThat(saved().get("conditions-" + request("request.zip") + ".txt"))
                .contains("TLP:AMBER", "No puede transmitirse a otros.", "-registros.csv");
        assertThat(saved()).containsValue("hora;dirección").hasSize(2);
    }

    @Test
    void whatItsConditionsBarStaysSealed() throws Exception {
        Files.writeString(folder.resolve("secreto.txt"), "canary-red");
        seal("request.zip", Instant.now(), List.of(attached("secreto.txt", "text/plain")), Map.of("P-16.tlp", "red"));
        var read = save("request.zip", "cri.json", "{\"accept\":true,\"language\":\"es\"}");
        assertThat(read.code()).describedAs(read.text()).isZero();
        assertThat(read.text())
                .contains("canary-offline", "TLP:RED: solo para la vista")
                .containsPattern("No se guardó: [0-9a-f]{12}-secreto.txt");
        assertThat(saved()).isEmpty();
    }

    @Test
    void theFilesOfAResultAreDescribedAndOpenOnceItWasReceived() throws Exception {
        seal("request.zip", Instant.now());
        Files.writeString(folder.resolve("registros.csv"), "hora;dirección");
        var given = open("answers.json", "request.zip", "given.zip", "cri.json", """
                {"accept":true,"language":"es","acts":[
                  {"kind":"take-in-charge","values":{"reference":"CR-77","nextDate":"%s","contact":"+506 2555 0100"}},
                  {"kind":"preserve","values":%s},
                  {"kind":"result","values":{"part":"final","providers":[{"name":"canary-provider","state":"BRA"}],"path":"Por Brasil",
                    "tlp":"amber","purpose":"proceedings","onward":"ask","court":"none"},
                   "attachments":[%s]}]}""".formatted(
                        soon(), preserved(), JSON.writeValueAsString(attached("registros.csv", "text/csv"))));
        assertThat(given.code()).describedAs(given.text()).isZero();

        var received = save("given.zip", "pry.json", """
                {"accept":true,"language":"es","acts":[{"kind":"receive","values":{"accepted":true}}]}""");
        assertThat(received.code()).describedAs(received.text()).isZero();
        assertThat(received.text()).doesNotContain("canary-provider");
        assertThat(saved()).isEmpty();

        var read = save("given.zip", "pry.json", "{\"accept\":true,\"language\":\"es\"}");
        assertThat(read.code()).describedAs(read.text()).isZero();
        assertThat(read.text()).contains("Usted ya empezó", "canary-provider");
        var saved = saved();
        var described = saved.entrySet().stream()
                .filter(each -> each.getKey().endsWith("-case.jsonld"))
                .toList();
        assertThat(described).hasSize(1);
        var graph = JSON.readTree(described.getFirst().getValue()).path("@graph");
        assertThat(graph.findValuesAsString("uco-observable:fileName")).containsExactly("registros.csv");
        assertThat(graph.findValuesAsString("case-investigation:exhibitNumber")).containsExactly(request("given.zip"));
        assertThat(graph.findValuesAsString("@value")).contains(sha256("hora;dirección"));
        assertThat(saved.get("conditions-" + request("given.zip") + ".txt"))
                .contains("TLP:AMBER", "No puede usarse en juicio", "-registros.csv", "-case.jsonld");
    }

    private Map<String, String> attached(String name, String type) {
        return Map.of(
                "path", folder.resolve(name).toString(),
                "type", type,
                "language", "es",
                "relation", "original",
                "kind", "other");
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private Tool.Said save(String file, String kit, String json) throws Exception {
        Files.writeString(folder.resolve("reading.json"), json);
        return Tool.run(
                folder,
                "",
                "open",
                file,
                "--kit",
                kit,
                "--answers",
                "reading.json",
                "--save",
                "saved",
                "--language",
                "es");
    }

    /** What was saved in clear, by name. */
    private Map<String, String> saved() throws IOException {
        var saved = new TreeMap<String, String>();
        try (var files = Files.list(folder.resolve("saved"))) {
            for (var file : files.toList()) {
                saved.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return saved;
    }

    private static LocalDate soon() {
        return LocalDate.now(ZoneId.of("America/Costa_Rica")).plusDays(3);
    }

    private List<String> kinds(String name) {
        try (var file = CarriedFile.open(folder.resolve(name), null)) {
            return file.acts().stream().map(each -> each.act().kind()).toList();
        }
    }

    private String request(String name) {
        try (var file = CarriedFile.open(folder.resolve(name), null)) {
            return file.request().toString();
        }
    }

    private void seal(String out, Instant call) throws Exception {
        seal(out, call, List.of());
    }

    private void seal(String out, Instant call, List<Map<String, String>> files) throws Exception {
        seal(out, call, files, Map.of());
    }

    private void seal(String out, Instant call, List<Map<String, String>> files, Map<String, String> conditions)
            throws Exception {
        var example = asuncion.get("/demo/example").require(200).json();
        var values =
                (tools.jackson.databind.node.ObjectNode) example.path("values").deepCopy();
        values.put("P-16.purpose", "proceedings").put("P-16.onward", "ask").put("P-16.court", "free");
        conditions.forEach(values::put);
        values.put("P-09", "canary-offline " + values.path("P-09").asString());
        var answers = JSON.createObjectNode();
        answers.put("form", "preservation/1").put("measure", "preservation").put("instrument", "budapest");
        answers.put("authority", Cast.Office.COSTA_RICA.id()).put("language", "es");
        answers.set("values", values);
        answers.set("attachments", JSON.valueToTree(files));
        answers.put("call", call.toString());
        var file = folder.resolve("seal.json");
        Files.write(file, JSON.writeValueAsBytes(answers));
        var said = Tool.run(
                folder, "", "seal", "--kit", "pry.json", "--answers", "seal.json", "--out", out, "--language", "es");
        assertThat(said.code()).describedAs(said.text()).isZero();
        try (var left = Files.list(folder)) {
            assertThat(left.filter(each -> each.getFileName().toString().startsWith(".enlace-")))
                    .isEmpty();
        }
    }

    private Tool.Said open(String answers, String file, String out, String kit, String json) throws Exception {
        Files.writeString(folder.resolve(answers), json);
        return Tool.run(folder, "", "open", file, "--kit", kit, "--answers", answers, "--out", out, "--language", "es");
    }

    private String preserved() {
        var today = LocalDate.now(ZoneId.of("America/Costa_Rica"));
        return """
                {"extent":"full","reference":"CR-77","ticket":"CR-77","data":"canary data","custodian":"Proveedor Tico S.A.",\
                "from":{"date":"%s","time":"00:00","offset":"-06:00"},"until":"%s"}""".formatted(today, today.plusDays(61));
    }

    /** What the browser does with a file that is brought in. */
    private JsonNode bring(OfficerSession officer, String name) throws IOException {
        try (var file = CarriedFile.open(folder.resolve(name), null)) {
            for (var each : file.acts()) {
                for (var content : each.act().content()) {
                    var bytes = new ByteArrayOutputStream();
                    file.content(content.document(), bytes);
                    upload(officer, file, content, bytes.toByteArray());
                }
            }
            return officer.post("/carried", form(file)).require(200).json();
        }
    }

    private static void upload(
            OfficerSession officer, CarriedFile file, org.enlace.ledger.Act.Content content, byte[] bytes) {
        var announced = officer.post(
                "/uploads", Map.of("id", content.document(), "request", file.request(), "size", bytes.length));
        if (announced.status() == 409) {
            assertThat(announced.code()).isEqualTo("ID_TAKEN");
            return;
        }
        if (announced.require(201).json().path("complete").asBoolean()) {
            return;
        }
        for (var number = 0; number * CHUNK < bytes.length; number++) {
            var chunk = Arrays.copyOfRange(bytes, number * CHUNK, Math.min(bytes.length, (number + 1) * CHUNK));
            officer.put("/uploads/" + content.document() + "/chunks/" + number, chunk)
                    .require(204);
        }
        officer.post(
                        "/uploads/" + content.document() + "/completion",
                        Map.of("sha256", content.sha256().hex()))
                .require(200);
    }

    private static Map<String, Object> form(CarriedFile file) {
        return Map.of(
                "acts", file.acts().stream().map(each -> each.jws().compact()).toList(),
                "keys",
                        file.copies().stream()
                                .map(copy -> Map.of(
                                        "authority", copy.authority(),
                                        "generation", copy.generation(),
                                        "sealed", Base64.getEncoder().encodeToString(copy.sealed())))
                                .toList());
    }

    private static List<String> outcomes(JsonNode brought) {
        return brought.path("acts")
                .valueStream()
                .map(each -> each.path("outcome").asString())
                .toList();
    }

    private Tool.Said verify(Path file) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.enlace.ledger.Verify",
                        file.toString(),
                        "--language",
                        "en")
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Tool.Said(process.waitFor(), text);
    }

    /** Everything in the archive, unpacked, as text. */
    private static String clear(Path file) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    private void rewrite(String from, String to, String member, Change change) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(folder.resolve(from)));
                var out = new ZipOutputStream(Files.newOutputStream(folder.resolve(to)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var bytes = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(member) ? change.of(bytes) : bytes);
                out.closeEntry();
            }
        }
    }
}
