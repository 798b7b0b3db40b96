package org.enlace.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import ezvcard.Ezvcard;
import ezvcard.VCardVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The directory as files, for whoever passes by and reads the public pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class FilesTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void programsGetWhatThePageSays() throws Exception {
        var answer = json("/api/v1/authorities?state=bra,PRY&kind=csirt&on=2026-01-31&lang=en");

        assertThat(answer.get("on").asString()).isEqualTo("2026-01-31");
        assertThat(answer.get("authorities"))
                .extracting(row -> row.get("id").asString())
                .containsExactlyInAnyOrder("bra-certbr", "bra-ctirgov", "pry-cert-py");
        var row = answer.get("authorities")
                .valueStream()
                .filter(one -> one.get("id").asString().equals("bra-ctirgov"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("freshness").asString()).isEqualTo("unconfirmed");
        assertThat(row.get("confirmed").isNull()).isTrue();
        assertThat(row.get("trust").asString()).contains("Unconfirmed", "2024");
        assertThat(row.at("/source/seen").asString()).isEqualTo("2024-07-26");
        assertThat(row.at("/source/address").asString()).startsWith("https://");
        assertThat(row.at("/csirt/pgpFingerprint").asString()).hasSize(40);
        assertThat(row.at("/names/en").asString()).contains("Cyber Incident");
    }

    @Test
    void theTableHasALineForEachAuthorityAndNoFormulas() throws Exception {
        var answer = get("/api/v1/authorities.csv?lang=en");
        var rows = rows(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("authorities-20");
        assertThat(rows).hasSize(json("/api/v1/authorities").get("authorities").size());
        assertThat(rows.stream().flatMap(row -> row.getFields().stream()))
                .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n-].*"));
        assertThat(answer.body()).contains("\r\n").doesNotStartWith("\uFEFF");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.getField("id")).isEqualTo("ury-certuy");
            assertThat(row.getField("public_phone")).isEqualTo("(+598 2) 150 int. 2378");
            assertThat(row.getField("trust")).startsWith("Unconfirmed");
            assertThat(row.getField("source_address")).startsWith("https://");
        });
    }

    @Test
    void aCellThatWouldRunIsText() {
        for (var cell : List.of("=1+1", "+595 21", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(Table.defused(cell)).isEqualTo("'" + cell);
            assertThat(Table.plain(Table.defused(cell))).isEqualTo(cell);
        }
        for (var cell : List.of("", "Ministerio", "'s-Gravenhage", "1-2")) {
            assertThat(Table.defused(cell)).isEqualTo(cell);
            assertThat(Table.plain(cell)).isEqualTo(cell);
        }
    }

    @Test
    void designationsSayTheirSourceAndHowStrongItIs() throws Exception {
        var rows = rows(
                get("/api/v1/designations.csv?state=CHL&instrument=budapest").body());
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getField("instrument")).isEqualTo("budapest");
            assertThat(row.getField("evidence")).isNotEmpty();
            assertThat(row.getField("source_address")).isNotEmpty();
        });
        assertThat(json("/api/v1/designations?state=CHL&instrument=budapest").get("designations"))
                .hasSize(rows.size());
        assertThat(json("/api/v1/designations?state=CHL&on=1990-01-01").get("designations"))
                .as("nothing is recorded for a day before the source")
                .isEmpty();
    }

    @Test
    void aCardOpensInAnAddressBook() throws Exception {
        var answer = get("/authorities/bra-ctirgov/card.vcf?lang=pt");
        var card = Ezvcard.parse(answer.body()).first();

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/vcard;charset=UTF-8");
        assertThat(card.getVersion()).isEqualTo(VCardVersion.V4_0);
        assertThat(card.getKind().isOrg()).isTrue();
        assertThat(card.getFormattedName().getValue()).contains("Centro de Prevenção");
        assertThat(card.getEmails().getFirst().getValue()).isEqualTo("ctir@ctir.gov.br");
        assertThat(card.getNotes().getFirst().getValue()).contains("Não confirmad", "2024", "Fonte:");
        assertThat(card.getUid().getValue()).endsWith("/authorities/bra-ctirgov");
        assertThat(card.validate(VCardVersion.V4_0).isEmpty()).isTrue();
    }

    @Test
    void aStatesCardsAreOneFile() throws Exception {
        var cards = Ezvcard.parse(get("/states/BRA/authorities.vcf").body()).all();
        assertThat(cards)
                .hasSize(
                        json("/api/v1/authorities?state=BRA").get("authorities").size());
        assertThat(Ezvcard.parse(get("/directory/cards.vcf?kind=csirt").body()).all())
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void aMailboxThatThePageHidesIsInNoFile() throws Exception {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        var programme = as(Cast.SECRETARIAT);
        var change = coordinator
                .form(
                        "/states/PRY/authorities",
                        Map.of(
                                "kind", "CSIRT",
                                "name", "=Equipo de Canarios",
                                "nameLanguage", "es",
                                "zone", "America/Asuncion",
                                "mailbox", "canario@oculto.example",
                                "telephone", "+595 21 000 111",
                                "source", "Decreto 90"))
                .require(303)
                .location();
        programme.form(change + "/approval", Map.of()).require(303);

        for (var path : List.of(
                "/api/v1/authorities",
                "/api/v1/authorities.csv",
                "/api/v1/designations",
                "/api/v1/designations.csv",
                "/directory/cards.vcf",
                "/states/PRY/authorities.vcf",
                "/authorities/pry-equipo-de-canarios/card.vcf",
                "/api/v1/authorities/pry-equipo-de-canarios")) {
            var reached = get(path);
            assertThat(reached.statusCode()).as(path).isEqualTo(200);
            assertThat(reached.body()).as(path).doesNotContain("canario@oculto", "Coordinadora nacional");
            assertThat(programme.get(path).text())
                    .as("a file is the same for all: " + path)
                    .doesNotContain("canario@oculto");
        }
        var row = rows(get("/api/v1/authorities.csv?state=PRY").body()).stream()
                .filter(one -> one.getField("id").equals("pry-equipo-de-canarios"))
                .findFirst()
                .orElseThrow();
        assertThat(row.getField("name")).isEqualTo("'=Equipo de Canarios");
        assertThat(row.getField("public_phone")).isEqualTo("'+595 21 000 111");
        assertThat(row.getField("confirmed_how")).isEqualTo("coordinator");
        assertThat(row.getField("freshness")).isEqualTo("fresh");
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        assertThat(get("/api/v1/authorities?state=the-moon").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/authorities?kind=wizard").body()).contains("wizard", "csirt");
        assertThat(get("/api/v1/authorities?on=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/authorities/nobody").statusCode()).isEqualTo(404);
        assertThat(get("/authorities/nobody/card.vcf").statusCode()).isEqualTo(404);
    }

    @Test
    void thePagesLeadToTheFiles() {
        var reader = as(Cast.OBSERVER);
        assertThat(reader.page("/directory?state=CRI&kind=CSIRT").text())
                .contains("/api/v1/authorities.csv?on=", "&amp;state=CRI&amp;kind=CSIRT", "/directory/cards.vcf?on=");
        assertThat(reader.page("/states/CRI/authorities").text()).contains("/states/CRI/authorities.vcf?on=");
        assertThat(reader.page("/authorities/cri-csirt").text()).contains("/authorities/cri-csirt/card.vcf?on=");
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
