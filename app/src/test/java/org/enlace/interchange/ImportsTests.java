package org.enlace.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The secretariat lays the list of another directory beside ours; a person ticks, another decides. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class ImportsTests {

    private static final String LIST = """
            País;Institución;Teléfono;Correo electrónico;Idiomas;Sitio web
            Uruguay;CERTuy;+598 2150 2378;cert@cert.uy;es;https://www.gub.uy/centro-nacional-respuesta-incidentes-seguridad-informatica/
            UY;Fiscalía Inventada para el Ensayo;+598 2 111 2222;;es, en;
            Atlantis;Sea Police;;;;
            Ecuador;EcuCert;;incidente@ecucert.example;;
            """;

    @LocalServerPort
    private int port;

    private OfficerSession programme;
    private OfficerSession legal;

    @BeforeEach
    void signIn() {
        programme = as(Cast.SECRETARIAT);
        legal = as(Cast.SECRETARIAT_LEGAL);
    }

    @Test
    void guessesTheColumnsAndShowsWhatIsInThem() {
        var columns = programme.page(take(LIST) + "/columns").require(200).text();

        assertThat(columns)
                .contains("<option value=\"0\" selected>País – such as “Uruguay”")
                .contains("<option value=\"2\" selected>Teléfono – such as “+598 2150 2378”")
                .contains("4 lines, 6 columns");
    }

    @Test
    void laysTheListsSideBySideAndOverwritesNothing() {
        var path = take(LIST);
        name(path);
        var differs = programme.page(path).require(200).text();
        assertThat(differs)
                .contains("CERTuy", "(+598 2) 150 int. 2378", "+598 2150 2378", "EcuCERT", "incidente@ecucert.example")
                .contains("1 line was not understood", "Atlantis · Sea Police")
                .contains("UNODC test list", "Found by its name");
        assertThat(programme.page(path + "?show=NEW").text())
                .contains("Fiscalía Inventada para el Ensayo", "Propose this authority as new");
        assertThat(programme.page(path + "?show=OURS").text()).contains("/authorities/ury-");

        programme.form(path + "/proposals", Map.of("tick", "5:EMAIL")).require(303);
        assertThat(programme.page("/authorities/ecu-ecucert").text())
                .as("it waits for another person")
                .doesNotContain("<dd><span class=\"digest\">incidente@ecucert.example");
        var page = programme.page(path).text();
        var change = page.replaceAll("(?s).*href=\"(/changes/[0-9a-f-]{36})\".*", "$1");
        assertThat(page).contains("proposed");
        assertThat(legal.page(change).require(200).text())
                .contains("incidente@ecucert.example", "UNODC test list, 2026-03", "https://directory.example/list");
        programme.form(change + "/approval", Map.of()).require(409);
        legal.form(change + "/approval", Map.of()).require(303);
        assertThat(programme.page("/authorities/ecu-ecucert").text())
                .contains("<dd><span class=\"digest\">incidente@ecucert.example", "UNODC test list, 2026-03");
        assertThat(programme.page(path + "?show=DIFFERS").text()).doesNotContain("value=\"5:EMAIL\"");
    }

    @Test
    void aNewAuthorityIsProposedWhole() {
        var path = take("State,Name,Phone,Languages\nCosta Rica,Oficina Quinta de Prueba,+506 3333 4444,\"es, en\"\n");
        name(path, Map.of("STATE", "0", "NAME", "1", "TELEPHONE", "2", "LANGUAGES", "3", "kind", "PROSECUTION_UNIT"));
        programme.form(path + "/proposals", Map.of("tick", "2:")).require(303);
        var page = programme.page(path + "?show=NEW").text();
        var change = page.replaceAll("(?s).*href=\"(/changes/[0-9a-f-]{36})\".*", "$1");
        assertThat(programme.page("/directory?state=CRI").text()).doesNotContain("Oficina Quinta");

        legal.form(change + "/approval", Map.of()).require(303);
        assertThat(programme
                        .page("/authorities/cri-oficina-quinta-de-prueba")
                        .require(200)
                        .text())
                .contains("Prosecution unit", "+506 3333 4444", "Spanish, English");
    }

    @Test
    void ourOwnFileIsTheSameAsOurs() throws Exception {
        var ours = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port
                                        + "/api/v1/authorities.csv?state=CHL,USA,CAN&lang=en"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        var path = take(ours);
        programme
                .form(
                        path + "/columns",
                        Map.of(
                                "ID",
                                "0",
                                "STATE",
                                "1",
                                "KIND",
                                "2",
                                "NAME",
                                "3",
                                "PARENT",
                                "9",
                                "EMAIL",
                                "16",
                                "TELEPHONE",
                                "17"))
                .require(303);
        assertThat(programme.page(path).text())
                .contains("Differ (0)", "New to us (0)", "Only ours (0)")
                .doesNotContain("not understood");
    }

    @Test
    void aBadFileIsSaidWithItsPlaceAndNothingTypedIsLost() {
        var answer = programme.form(
                "/directory/imports",
                typed("state,name\nPRY,\"Ministerio\nCRI,Corte\n", Map.of("owner", "List of ‘Nobody’")));
        answer.require(422);
        assertThat(answer.text())
                .contains("Line 2, letter 5: the quotation mark that opens here is never closed.")
                .contains("List of ‘Nobody’", "PRY,\"Ministerio", "2026-03", "https://directory.example/list");
        assertThat(programme
                        .form("/directory/imports", typed("state,name\nPRY\n", Map.of()))
                        .text())
                .contains("Line 2, column 2: this line has 1 cells");
        assertThat(programme
                        .form("/directory/imports", typed("", Map.of("day", "soon")))
                        .text())
                .contains("There is nothing in it", "Write the date as");
    }

    @Test
    void whatOurFormWouldNotTakeIsSaidAndNothingIsProposed() {
        var path = take("country,name,email\nECU,EcuCERT,not an address\nURY,CERTuy,new@cert.example\n");
        name(path, Map.of("STATE", "0", "NAME", "1", "EMAIL", "2"));
        var refused = programme.form(path + "/proposals", Map.of("tick", "2:EMAIL"));
        refused.require(409);
        assertThat(refused.text()).contains("not an address", "Nothing was proposed");
        programme.form(path + "/proposals", Map.of()).require(409);
        programme.form(path + "/proposals", Map.of("tick", "99:EMAIL")).require(404);
        programme.form(path + "/proposals", Map.of("tick", "2:KIND")).require(404);
        assertThat(programme.page(path).text()).doesNotContain("href=\"/changes/");
    }

    @Test
    void isNothingForOthers() {
        var path = take(LIST);
        for (var other : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.COSTA_RICA_DUTY, Cast.OBSERVER}) {
            var session = as(other);
            session.page("/directory/imports").require(404);
            session.page(path).require(404);
            session.page(path + "/columns").require(404);
            session.form("/directory/imports", typed(LIST, Map.of())).require(404);
            session.form(path + "/columns", Map.of("NAME", "1")).require(404);
            session.form(path + "/proposals", Map.of("tick", "2:EMAIL")).require(404);
            assertThat(session.page("/directory").text()).doesNotContain("/directory/imports");
        }
        assertThat(programme.page("/directory/imports").text()).contains("UNODC test list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "a,b\\n1,2,3\\n|OTHER_COUNT|2|3",
                "a,b\\n1,\"2\"x\\n|AFTER_QUOTE|2|6",
                "a,\\n1,2\\n|NO_HEADING|1|2",
                "alone\\n1\\n|ONE_COLUMN|1|1"
            })
    void saysWhere(String text, String kind, long line, int column) {
        var fault = catchThrowableOfType(Fault.class, () -> Delimited.read(text.replace("\\n", "\n")));
        assertThat(fault.kind().name()).isEqualTo(kind);
        assertThat(fault.line()).isEqualTo(line);
        assertThat(fault.column()).isEqualTo(column);
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        var list = Delimited.read("\uFEFFname\tphone\r\n\"a \"\"b\"\"\r\nc\"\t'+595 21\r\n\r\n");
        assertThat(list.headings()).containsExactly("name", "phone");
        assertThat(list.lines()).hasSize(1);
        assertThat(list.lines().getFirst().cells()).containsExactly("a \"b\"\r\nc", "+595 21");
    }

    private String take(String text) {
        return programme
                .form("/directory/imports", typed(text, Map.of()))
                .require(303)
                .location()
                .replace("/columns", "");
    }

    private void name(String path) {
        name(
                path,
                Map.of(
                        "STATE",
                        "0",
                        "NAME",
                        "1",
                        "TELEPHONE",
                        "2",
                        "EMAIL",
                        "3",
                        "LANGUAGES",
                        "4",
                        "WEBSITE",
                        "5",
                        "kind",
                        "PROSECUTION_UNIT"));
    }

    private void name(String path, Map<String, String> columns) {
        programme.form(path + "/columns", columns).require(303);
    }

    private static Map<String, String> typed(String text, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "owner", "UNODC test list",
                "day", "2026-03",
                "address", "https://directory.example/list",
                "fileName", "list.csv",
                "text", text));
        form.putAll(more);
        return form;
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
