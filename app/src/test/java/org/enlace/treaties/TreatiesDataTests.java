package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs get about treaties, through HTTP, with the real data. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TreatiesDataTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    /** As the Organization reported that day (report of the technical group of 2009). */
    @ParameterizedTest
    @CsvSource({"untoc,29", "untoc-trafficking,28", "untoc-migrants,26", "untoc-firearms,19"})
    void theTotalsOf2009(String instrument, int parties) throws Exception {
        var answer = json("/api/v1/treaties/" + instrument + "/parties?on=2009-10-07&states=active-members");

        assertThat(answer.get("instrument").asString()).isEqualTo(instrument);
        assertThat(answer.get("on").asString()).isEqualTo("2009-10-07");
        assertThat(answer.get("states").asString()).isEqualTo("active-members");
        assertThat(answer.get("members").asInt()).isEqualTo(34);
        assertThat(answer.get("parties").asInt()).isEqualTo(parties);
        assertThat(answer.get("rows"))
                .hasSize(parties + answer.get("signatoriesOnly").asInt());
    }

    @Test
    void aRowSaysWhatItRestsOn() throws Exception {
        var answer = json("/api/v1/treaties/untoc/parties?on=2009-10-07&states=PRY,CRI");
        var row = answer.get("rows").get(1);

        assertThat(answer.get("members").asInt()).isEqualTo(2);
        assertThat(row.get("state").asString()).isEqualTo("PRY");
        assertThat(row.get("act").asString()).isEqualTo("ratification");
        assertThat(row.get("date").asString()).isEqualTo("2004-09-22");
        assertThat(row.get("since").asString()).isEqualTo("2004-10-22");
        assertThat(row.get("source").asString()).isNotEmpty();
    }

    @Test
    void anActKnownToTheMonthCountsFromItsLastDay() throws Exception {
        // Costa Rica's deposit under the Convention on Cybercrime is known to the month: September 2017.
        assertThat(parties("/api/v1/treaties/budapest/parties?on=2017-09-29&states=CRI"))
                .isZero();
        assertThat(parties("/api/v1/treaties/budapest/parties?on=2017-09-30&states=CRI"))
                .isEqualTo(1);
    }

    @Test
    void whatStatesDeclaredWithWhatNoLongerHolds() throws Exception {
        var answer = json("/api/v1/treaties/budapest/declarations?on=2026-01-01");

        assertThat(answer.get("instrument").asString()).isEqualTo("budapest");
        assertThat(answer.get("on").asString()).isEqualTo("2026-01-01");
        assertThat(answer.get("rows")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("state").asString()).matches("[A-Z]{3}");
            assertThat(row.get("kind").asString()).matches("[a-z0-9-]+");
            assertThat(row.get("source").asString()).isNotEmpty();
        });
        assertThat(json("/api/v1/treaties/budapest/declarations?on=1990-01-01").get("rows"))
                .allSatisfy(row -> assertThat(row.get("date").isNull()).isTrue());
        assertThat(get("/api/v1/treaties/nothing/declarations").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameAsATable() throws Exception {
        var table = get("/api/v1/treaties/untoc/parties.csv?on=2009-10-07");

        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.body().lines()).startsWith("instrument,on,state,act,date,since,source");
        assertThat(table.body().lines().filter(line -> line.contains(",ratification,") || line.contains(",accession,")))
                .hasSize(29);
    }

    @Test
    void namesEveryInstrumentInTheLanguagesWeHave() throws Exception {
        var treaties = json("/api/v1/treaties");

        assertThat(treaties).hasSizeGreaterThan(15);
        assertThat(treaties.get(0).at("/name/pt").asString()).isEqualTo("Convenção de Budapeste");
    }

    @Test
    void whatIsNoSetOrNoTreatyIsSaid() throws Exception {
        var refused = get("/api/v1/treaties/untoc/parties?states=the-moon");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("the-moon", "active-members");
        assertThat(get("/api/v1/treaties/nothing/parties").statusCode()).isEqualTo(404);
    }

    private int parties(String path) throws Exception {
        return json(path).get("parties").asInt();
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }
}
