package org.enlace.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.enlace.Canary;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Paraguay names its points of contact; who sees whom is decided where they are loaded. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class MandatesOverHttpTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @LocalServerPort
    private int port;

    private OfficerSession visitor;
    private OfficerSession coordinator;
    private OfficerSession programme;
    private OfficerSession legal;

    @BeforeEach
    void signIn() {
        visitor = OfficerSession.visitor(base());
        coordinator = as(Cast.PARAGUAY_COORDINATOR);
        programme = as(Cast.SECRETARIAT);
        legal = as(Cast.SECRETARIAT_LEGAL);
    }

    @Test
    void holdsOnceAnotherPersonApproved() {
        var change = coordinator
                .form("/states/PRY/mandates", person("Aurelia Primera", "PUBLIC", Map.of()))
                .require(303)
                .location();
        assertThat(coordinator.page("/states/PRY/mandates?lang=en").text())
                .contains("Waiting for somebody else to approve", "proposed");
        assertThat(visitor.page("/states/PRY/mandates").text()).doesNotContain("Aurelia Primera");
        coordinator.form(change + "/approval", Map.of()).require(409);

        legal.form(change + "/approval", Map.of()).require(303);

        assertThat(visitor.page("/states/PRY/mandates?lang=en").text())
                .contains("Aurelia Primera", "24/7 network", "active");
        assertThat(visitor.page("/mandates?state=PRY").text()).contains("Aurelia Primera");
        assertThat(visitor.page("/mandates?state=CRI").text()).doesNotContain("Aurelia Primera");
    }

    @Test
    void whoWasItOnThatDay() {
        approve(person("Berta Anterior", "PUBLIC", Map.of("since", "2020-01-01", "until", "2023-12-31")));
        approve(person("Carla Siguiente", "PUBLIC", Map.of("since", "2024-01-01")));

        assertThat(visitor.page("/mandates?state=PRY&on=2022-06-30").text())
                .contains("Berta Anterior")
                .doesNotContain("Carla Siguiente");
        assertThat(visitor.page("/mandates?state=PRY").text())
                .contains("Carla Siguiente")
                .doesNotContain("Berta Anterior");
    }

    @Test
    void eachSeesWhatTheyMaySee() {
        for (var visibility : Visibility.values()) {
            approve(person("Persona " + visibility, visibility.name(), Map.of()));
        }
        sees(visitor, "PUBLIC");
        sees(as(Cast.OBSERVER), "PUBLIC");
        sees(as(Cast.COSTA_RICA_DUTY), "PUBLIC", "MEMBERS", "NETWORK");
        sees(coordinator, "PUBLIC", "MEMBERS", "NETWORK", "SECRETARIAT");
        sees(programme, "PUBLIC", "MEMBERS", "NETWORK", "SECRETARIAT");
    }

    @Test
    void theNetworkIsTheOneTheAuthorityIsIn() {
        approve(person("Dora Fiscal", "NETWORK", Map.of("network", "PROSECUTORS", "authority", "")));
        assertThat(as(Cast.COSTA_RICA_DUTY).page("/mandates").text()).doesNotContain("Dora Fiscal");
        assertThat(as(Cast.BRAZIL_DUTY).page("/states/PRY/mandates").text()).doesNotContain("Dora Fiscal");
    }

    /** U10: a person who is not for everybody leaks by no side door. */
    @Test
    void aRestrictedPersonIsNowhereInPublic() {
        var canary = Canary.hatch().word();
        var path = approve(person(canary, "SECRETARIAT", Map.of("email", canary + "@fiscalia.example")));
        var change = coordinator
                .form(path + "/correction", person(canary, "SECRETARIAT", Map.of("role", "Otra " + canary)))
                .require(303)
                .location();
        var others = List.of(
                visitor, as(Cast.OBSERVER), as(Cast.BRAZIL_DUTY), as(Cast.COSTA_RICA_DUTY), as(Cast.PARAGUAY_DUTY));
        for (var other : others) {
            for (var open : List.of(
                    "/",
                    "/states",
                    "/states/PRY",
                    "/states/PRY/mandates",
                    "/states/PRY/authorities",
                    "/mandates",
                    "/mandates?state=PRY&on=" + TODAY,
                    "/directory",
                    "/directory?state=PRY",
                    "/authorities/pry-sample-24-7",
                    "/sources",
                    "/search?q=" + canary.substring(0, canary.length() - 1),
                    "/search/suggestions?q=" + canary.substring(0, 9),
                    "/api/v1/search?q=" + canary.substring(0, 9),
                    "/api/v1/openapi",
                    "/changes",
                    "/updates",
                    "/updates?state=PRY",
                    "/updates/feed",
                    "/updates/latest",
                    "/states/PRY/updates",
                    "/log")) {
                assertThat(other.page(open).text()).as(open).doesNotContain(canary);
            }
            other.page(path).require(404);
            other.form(path + "/confirmation", Map.of()).require(404);
            assertThat(other.page(change).text()).doesNotContain(canary);
        }
        assertThat(visitor.page("/mandates").text()).doesNotContain(canary);
        assertThat(programme.page(path).require(200).text()).contains(canary);
    }

    @Test
    void theStateConfirmsSuspendsAndEnds() {
        var path = approve(person("Elsa Activa", "PUBLIC", Map.of()));
        programme.form(path + "/confirmation", Map.of()).require(404);
        coordinator.form(path + "/confirmation", Map.of()).require(303);

        correct(
                path,
                person(
                        "Elsa Activa",
                        "PUBLIC",
                        Map.of("suspendedSince", TODAY.minusDays(1).toString())));
        assertThat(visitor.page(path + "?lang=en").text()).contains("suspended");
        correct(
                path,
                person(
                        "Elsa Activa",
                        "PUBLIC",
                        Map.of("until", TODAY.minusDays(1).toString())));
        assertThat(visitor.page(path + "?lang=en").text()).contains("ended");
        assertThat(visitor.page("/mandates").text()).doesNotContain("Elsa Activa");
        correct(path, person("Elsa Activa", "SECRETARIAT", Map.of()));
        visitor.page(path).require(404);
    }

    @Test
    void isNothingForOthersToEnter() {
        for (var other : new OfficerSession[] {visitor, as(Cast.PARAGUAY_DUTY), as(Cast.OBSERVER)}) {
            other.page("/states/PRY/mandates/new").require(404);
            other.form("/states/PRY/mandates", person("Nadie", "PUBLIC", Map.of()))
                    .require(404);
        }
        coordinator.page("/states/CRI/mandates/new").require(404);
        var wrong = coordinator.form(
                "/states/PRY/mandates",
                person("", "PUBLIC", Map.of("until", "2001-01-01", "authority", "cri-sample-24-7", "source", "")));
        wrong.require(422);
        assertThat(wrong.text())
                .contains(
                        "Escriba el nombre.",
                        "El último día es anterior al primero.",
                        "Elija una autoridad de este Estado.",
                        "Diga en qué se basa el cambio.");
    }

    private void sees(OfficerSession viewer, String... visibilities) {
        var text = viewer.page("/mandates?state=PRY").text();
        for (var visibility : Visibility.values()) {
            var name = "Persona " + visibility;
            if (List.of(visibilities).contains(visibility.name())) {
                assertThat(text).contains(name);
            } else {
                assertThat(text).doesNotContain(name);
            }
        }
    }

    /** @return the address of the mandate */
    private String approve(Map<String, String> person) {
        var change =
                coordinator.form("/states/PRY/mandates", person).require(303).location();
        legal.form(change + "/approval", Map.of()).require(303);
        var text = legal.page(change).text();
        var from = text.indexOf("/mandates/");
        return text.substring(from, text.indexOf('"', from));
    }

    private void correct(String path, Map<String, String> person) {
        var change = coordinator.form(path + "/correction", person).require(303).location();
        legal.form(change + "/approval", Map.of()).require(303);
    }

    private static Map<String, String> person(String name, String visibility, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "name", name,
                "role", "Jefatura de guardia",
                "network", "CONTACT_24_7",
                "authority", "pry-sample-24-7",
                "since", "2025-01-01",
                "email", "guardia@fiscalia.example",
                "languages", "es, gn",
                "visibility", visibility,
                "source", "Nota 3/2026"));
        form.putAll(more);
        return form;
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn(base(), member);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
