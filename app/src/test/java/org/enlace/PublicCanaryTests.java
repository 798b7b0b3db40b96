package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * What is not for everybody is typed as a word that exists nowhere else, wherever such things are typed; then everything the public can reach is read: every
 * route of the authorisation table, every page that a link leads to, search, suggestions, feeds, files and the list for search engines.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class PublicCanaryTests {

    /** More than the pages of the demo that are of different kinds; the rest are the same pages of other states and days. */
    private static final int MANY = 400;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private final Canary canary = Canary.hatch();

    @LocalServerPort
    private int port;

    @Test
    void whatIsNotForEverybodyIsNowhere() throws IOException {
        var refused = type();
        for (var reader : List.of(OfficerSession.visitor(base()), as(Cast.OBSERVER))) {
            var seen = new ArrayList<String>();
            for (var address : addresses()) {
                if (!canary.sightings(reader.follow(address).body()).isEmpty()) {
                    seen.add(address);
                }
            }
            assertThat(seen).isEmpty();
        }
        var visitor = OfficerSession.visitor(base());
        assertThat(crawl(visitor)).as("pages that links lead to").isEmpty();
        assertThat(as(Cast.SECRETARIAT_LEGAL).page(refused).require(200).text())
                .as("those whose it is see it, so the word was really there")
                .contains(canary.word());
    }

    /** In every field whose content is only for some; answers where those whose it is can read it. */
    private String type() {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        var programme = as(Cast.SECRETARIAT);
        var legal = as(Cast.SECRETARIAT_LEGAL);
        var open = coordinator
                .form("/states/PRY/authorities", authority("Oficina Abierta", "Ley 1"))
                .require(303)
                .location();
        legal.form(open + "/approval", Map.of()).require(303);
        coordinator
                .form("/states/PRY/authorities", authority("Oficina " + canary.word(), canary.word()))
                .require(303);
        var refused = coordinator
                .form("/states/PRY/authorities", authority("Fiscalía " + canary.word(), canary.word()))
                .require(303)
                .location();
        legal.form(refused + "/refusal", Map.of("reason", canary.word())).require(303);
        var report = Map.of(
                "entry", "bra-sample-24-7", "said", canary.word(), "meeting", "First session", "due", "2099-01-01");
        programme.form("/authorities/bra-sample-24-7/reports", report).require(303);
        var colleague = Map.of(
                "email", canary.word() + "@enlace.example",
                "function", canary.word(),
                "role", "OFFICER",
                "language", "ES",
                "authority", "pry-sample-24-7");
        as(Cast.PARAGUAY_DUTY).form("/colleagues/invitations", colleague).require(200);
        as(Cast.PARAGUAY_DUTY).draft(canary.word());
        var brazil = as(Cast.BRAZIL_DUTY);
        brazil.form("/duty/hand-overs", Map.of("note", canary.word())).require(303);
        brazil.form("/authorities/bra-sample-24-7/duty/shifts", dutyToday()).require(303);
        for (var visibility : List.of("SECRETARIAT", "NETWORK", "MEMBERS")) {
            name(coordinator, legal, "/states/PRY/mandates", visibility);
        }
        // Shown to everybody, and found by search, until the state thought better of it.
        var person = name(coordinator, legal, "/states/PRY/mandates", "PUBLIC");
        name(coordinator, legal, person + "/correction", "SECRETARIAT");
        return refused;
    }

    /** @return where the person is shown */
    private String name(OfficerSession coordinator, OfficerSession legal, String path, String visibility) {
        var person = Map.of(
                "name",
                "Persona " + canary.word(),
                "role",
                canary.word(),
                "network",
                "TECHNICAL_GROUP",
                "since",
                "2025-01-01",
                "email",
                canary.word() + "@fiscalia.example",
                "visibility",
                visibility,
                "source",
                canary.word());
        var change = coordinator.form(path, person).require(303).location();
        legal.form(change + "/approval", Map.of()).require(303);
        var shown = Pattern.compile("/mandates/[0-9a-f-]{36}")
                .matcher(legal.page(change).text());
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    /** Somebody whose function is not for everybody is on duty while this test reads. */
    private Map<String, String> dutyToday() {
        var today = LocalDate.now(ZoneId.of("America/Sao_Paulo"));
        var dayAfterNext = today.plusDays(2).toString();
        var form = new HashMap<>(Map.of(
                "rhythm", "ONCE",
                "fromDay", today.toString(),
                "fromTime", "00:00",
                "untilDay", dayAfterNext,
                "untilTime", "00:00",
                "who", "FUNCTION",
                "function", canary.word(),
                "languages", "pt"));
        form.put("seen", "ONCE||" + today + "|00:00|" + dayAfterNext + "|00:00|FUNCTION|" + canary.word() + "||pt");
        return form;
    }

    private Map<String, String> authority(String name, String source) {
        var form = new HashMap<>(Map.of(
                "kind", "PROSECUTION_UNIT",
                "name", name,
                "nameLanguage", "es",
                "zone", "America/Asuncion",
                "mailbox", canary.word() + "@fiscalia.example"));
        form.put("source", source);
        form.put("note", canary.word());
        return form;
    }

    /** What the table lets a visitor read, and what search, suggestions and lists answer to words beside the one that must not show. */
    private Set<String> addresses() throws IOException {
        var all = new LinkedHashSet<String>();
        try (var table = CsvReader.builder().ofNamedCsvRecord(Path.of("../docs/authorisation.csv"))) {
            table.stream()
                    .filter(row -> row.getField("method").equals("GET")
                            && row.getField("visitor").equals("yes"))
                    .map(row -> row.getField("path").isEmpty() ? row.getField("route") : row.getField("path"))
                    .filter(path -> !path.contains("<"))
                    .forEach(path -> {
                        all.add(path);
                        all.add(path + (path.contains("?") ? "&" : "?") + "q=oficina&state=PRY");
                        all.add(path + (path.contains("?") ? "&" : "?") + "state=PRY&lang=es");
                    });
        }
        all.add("/authorities/bra-sample-24-7/duty");
        all.add("/states/BRA/duty");
        all.add("/ask?from=PRY&to=BRA&measure=preservation");
        all.add("/api/v1/channels?from=PRY&to=BRA&measure=preservation");
        all.add("/authorities/pry-oficina-abierta");
        all.add("/api/v1/search?q=oficina");
        all.add("/search/suggestions?q=" + canary.word().substring(0, 9));
        all.add("/search?q=" + canary.word().substring(0, 9));
        assertThat(all).hasSizeGreaterThan(60);
        return all;
    }

    private List<String> crawl(OfficerSession visitor) {
        var known = new LinkedHashSet<>(List.of("/", "/states/PRY", "/authorities/pry-oficina-abierta"));
        var waiting = new ArrayDeque<>(known);
        var seen = new ArrayList<String>();
        for (var read = 0; read < MANY && !waiting.isEmpty(); read++) {
            var address = waiting.remove();
            var body = visitor.follow(address).body();
            if (!canary.sightings(body).isEmpty()) {
                seen.add(address);
            }
            LINK.matcher(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.startsWith("/assets/") && !link.contains("lang="))
                    .filter(known::add)
                    .forEach(waiting::add);
        }
        return seen;
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn(base(), member);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
