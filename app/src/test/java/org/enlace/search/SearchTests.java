package org.enlace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Through HTTP, over the real data. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SearchTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    /** In any language, with or without accents, one or many, the beginning of the last word. */
    @ParameterizedTest
    @CsvSource({
        "Brésil,en,/states/BRA",
        "brasil,fr,/states/BRA",
        "convencao de budapeste,es,/treaties/budapest",
        "convenio de budapest,pt,/treaties/budapest",
        "conventions cybercrime,en,/treaties/budapest",
        "palerm,en,/treaties/untoc",
        "fiscalía general ecuador,en,/authorities/ecu-fge",
        "fiscalia general del estado,pt,/authorities/ecu-fge"
    })
    void finds(String typed, String language, String page) throws Exception {
        var found = data(typed, language).get("found");

        assertThat(found.valueStream().map(one -> one.get("page").asString()))
                .as(typed)
                .contains(page);
    }

    @Test
    void saysItInTheReadersLanguage() throws Exception {
        assertThat(data("budapest", "pt").at("/found/0/title").asString()).isEqualTo("Convenção de Budapeste");
        assertThat(get("/search?q=budapest&lang=fr").body()).contains("Convention de Budapest", "Traité");
    }

    /** And says so; what was typed rightly is never corrected. */
    @ParameterizedTest
    @CsvSource({
        "budapset,es,/treaties/budapest,budapest",
        "Cybercrme convention,en,/treaties/budapest,cybercrime convention",
        "parguay,pt,/states/PRY,paraguay",
        "fiscalai general ecuador,es,/authorities/ecu-fge,fiscalia general ecuador",
        "palermo,es,/treaties/untoc,''"
    })
    void forgivesTypingErrors(String typed, String language, String page, String meant) throws Exception {
        var answer = data(typed, language);

        assertThat(answer.get("meant").asString()).isEqualTo(meant);
        assertThat(answer.get("found").valueStream().map(one -> one.get("page").asString()))
                .contains(page);
        assertThat(get("/search?lang=es&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                        .body()
                        .contains("Esto se encontró con"))
                .isEqualTo(!meant.isEmpty());
    }

    @Test
    void suggestsWhatBeginsSo() throws Exception {
        assertThat(get("/search/suggestions?q=cos&lang=es").body()).contains("<option value=\"Costa Rica\">");
        assertThat(get("/search/suggestions?q=budap&lang=pt").body())
                .contains("<option value=\"Convenção de Budapeste\">");
        assertThat(get("/search/suggestions?q=zzzz&lang=es").body()).doesNotContain("<option");
    }

    @Test
    void saysThatNoTextHasAZeroByte() throws Exception {
        assertThat(get("/search?q=%00x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "'", "\\", "a & | ! ( :*", "%_", "<script>alert(1)</script>", "🙂"})
    void takesWhateverIsTyped(String typed) throws Exception {
        var page = get("/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert");
        assertThat(get("/search/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesALongText() throws Exception {
        assertThat(get("/search?q=" + "palabra".repeat(500)).statusCode()).isEqualTo(200);
        assertThat(get("/search?q=budapest&from=-5").statusCode()).isEqualTo(200);
    }

    private JsonNode data(String typed, String language) throws Exception {
        var answer = get("/api/v1/search?lang=" + language + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", path.startsWith("/api") ? "application/json" : "text/html")
                        .build(),
                BodyHandlers.ofString());
    }
}
