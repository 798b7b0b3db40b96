package org.enlace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Paraguay keeps its entries: its coordinator or the secretariat proposes, another person of the secretariat approves, through the doors of the pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class EnteredEntriesTests {

    private static final String YESTERYEAR =
            LocalDate.now(ZoneOffset.UTC).minusYears(1).toString();

    @LocalServerPort
    private int port;

    private OfficerSession coordinator;
    private OfficerSession programme;
    private OfficerSession legal;

    @BeforeEach
    void signIn() {
        coordinator = as(Cast.PARAGUAY_COORDINATOR);
        programme = as(Cast.SECRETARIAT);
        legal = as(Cast.SECRETARIAT_LEGAL);
    }

    @Test
    void theCoordinatorProposesAndTheSecretariatApproves() {
        var change = coordinator
                .form(
                        "/states/PRY/authorities",
                        authority("Fiscalía Adjunta de Ensayo", Map.of("source", "Decreto 77")))
                .require(303)
                .location();
        assertThat(legal.page("/directory?state=PRY").text()).doesNotContain("Fiscalía Adjunta de Ensayo");
        coordinator.form(change + "/approval", Map.of()).require(409);

        legal.form(change + "/approval", Map.of()).require(303);

        var page = legal.page("/authorities/pry-fiscalia-adjunta-de-ensayo")
                .require(200)
                .text();
        assertThat(page).contains("Fiscalía Adjunta de Ensayo", "08:00", "Decreto 77", "by the State’s coordinator");
        assertThat(as(Cast.OBSERVER)
                        .page("/authorities/pry-fiscalia-adjunta-de-ensayo")
                        .text())
                .contains("Fiscalía Adjunta de Ensayo")
                .doesNotContain("mesa@fiscalia.example");
        assertThat(programme.page("/directory?state=PRY&on=" + YESTERYEAR).text())
                .doesNotContain("Fiscalía Adjunta de Ensayo");
    }

    @Test
    void theOldEntryStaysReadableByDayAndTheChangeIsUndone() {
        var path = "/authorities/pry-fiscalia-delitos-informaticos";
        var before = programme.page(path).require(200).text();
        assertThat(before).doesNotContain("Mesa de cooperación");
        var change = programme
                .form(path + "/correction", authority("Mesa de cooperación", Map.of("way", "PUBLIC_SOURCE")))
                .require(303)
                .location();
        programme.form(change + "/approval", Map.of()).require(409);
        legal.form(change + "/approval", Map.of()).require(303);

        assertThat(programme.page(path).text()).contains("Mesa de cooperación");
        assertThat(programme.page(path + "?on=" + YESTERYEAR).text())
                .doesNotContain("<h1 lang=\"es\">Mesa de cooperación");

        var undoing = legal.form(change + "/undoing", Map.of("reason", "The page was of another office."))
                .require(303)
                .location();
        programme.form(undoing + "/approval", Map.of()).require(303);
        assertThat(programme.page(path).text()).doesNotContain("<h1 lang=\"es\">Mesa de cooperación");
    }

    @Test
    void aDesignationIsEnteredAndThenTheAuthorityIsTakenOut() {
        approve(coordinator, "/states/PRY/authorities", authority("Oficina de Prueba", Map.of("source", "Decreto 78")));
        var path = "/authorities/pry-oficina-de-prueba";
        approve(
                coordinator,
                path + "/designations",
                Map.of("instrument", "untoc", "function", "MLA", "since", "2020-05", "source", "Nota 5/2020"));
        assertThat(legal.page(path).text()).contains("mutual legal assistance", "Nota 5/2020", "May 2020");

        approve(coordinator, path + "/removal", Map.of("source", "Decreto 79"));
        assertThat(legal.page("/directory?state=PRY").text()).doesNotContain("Oficina de Prueba");
        assertThat(legal.page(path).require(200).text()).contains("no longer listed");
        assertThat(legal.page("/authorities/pry-oficina-de-prueba?on="
                                + LocalDate.now(ZoneOffset.UTC).plusDays(1))
                        .text())
                .contains("No designation is recorded");
    }

    @Test
    void isNothingForOthers() {
        for (var other : new Cast[] {Cast.PARAGUAY_DUTY, Cast.COSTA_RICA_DUTY, Cast.OBSERVER}) {
            var session = as(other);
            session.page("/states/PRY/authorities/new").require(404);
            session.form("/states/PRY/authorities", authority("Nadie", Map.of()))
                    .require(404);
            session.page("/authorities/pry-fiscalia-delitos-informaticos/correction")
                    .require(404);
            session.form("/authorities/pry-fiscalia-delitos-informaticos/removal", Map.of("source", "x"))
                    .require(404);
            session.page("/authorities/pry-fiscalia-delitos-informaticos/designations/new")
                    .require(404);
            session.page("/authorities/pry-fiscalia-delitos-informaticos/reports/new")
                    .require(404);
            session.page("/directory/reports").require(404);
        }
        coordinator.page("/states/CRI/authorities/new").require(404);
        coordinator
                .form("/states/CRI/authorities", authority("Ajena", Map.of()))
                .require(404);
        coordinator
                .page("/authorities/pry-fiscalia-delitos-informaticos/reports/new")
                .require(404);
    }

    @Test
    void saysWhatIsWrongWithTheForm() {
        var wrong = new HashMap<>(authority("", Map.of("source", "")));
        wrong.put("opens", "17:00");
        wrong.put("languages", "es, klingonisch");
        var answer = coordinator.form("/states/PRY/authorities", wrong);

        answer.require(422);
        assertThat(answer.text())
                .contains(
                        "Escriba el nombre oficial.",
                        "Escriba códigos de idioma",
                        "Indique ambas horas",
                        "Diga en qué se basa el cambio.",
                        "klingonisch");
    }

    @Test
    void whatWasSaidInAMeetingMarksTheEntryAtOnceUntilTheStateWrites() {
        var path = "/authorities/pry-sample-24-7";
        var report = programme
                .form(
                        path + "/reports",
                        Map.of(
                                "entry", "pry-sample-24-7",
                                "said", "The unit moved to another building",
                                "meeting", "Technical Group, second session",
                                "due", LocalDate.now(ZoneOffset.UTC).plusDays(7).toString()))
                .require(303)
                .location();

        assertThat(as(Cast.OBSERVER).page(path).text())
                .contains("changement signalé", "Technical Group, second session")
                .doesNotContain("moved to another building");
        assertThat(programme.page(report).require(200).text())
                .contains("NOTA VERBAL", "saluda atentamente", "The unit moved to another building");
        assertThat(programme.page("/directory/reports").text()).contains("moved to another building");
        as(Cast.COSTA_RICA_DUTY).page(report).require(404);

        var correction = authority(
                "Punto de contacto 24/7 mudado",
                Map.of("way", "NOTE_VERBALE", "source", "Nota 12/2026", "alwaysOpen", "true"));
        approve(programme, path + "/correction", correction);
        assertThat(as(Cast.OBSERVER).page(path).text()).doesNotContain("changement signalé");
        assertThat(programme.page(report).text()).contains("answered in writing");
        assertThat(programme.page("/directory/reports").text()).doesNotContain("moved to another building");
    }

    @Test
    void theStateConfirmsAndNobodyElse() {
        var path = "/authorities/cri-sample-24-7";
        for (var other : new OfficerSession[] {coordinator, programme, as(Cast.BRAZIL_DUTY), as(Cast.OBSERVER)}) {
            other.form(path + "/confirmation", Map.of()).require(404);
        }
        var officer = as(Cast.COSTA_RICA_DUTY);
        assertThat(officer.page(path).text()).contains("¿Sigue todo correcto?");
        officer.form(path + "/confirmation", Map.of()).require(303);

        assertThat(officer.page(path).text()).contains("confirmada", "por la propia autoridad");
        assertThat(programme.page(path).text()).contains("by the authority itself", "Good until");
        var afterwards = LocalDate.now(ZoneOffset.UTC).plusMonths(7);
        assertThat(programme.page(path + "?on=" + afterwards).text()).contains("confirmation expired");
    }

    @Test
    void listsThatDifferStandSideBySide() {
        approve(
                programme,
                "/authorities/pry-mre-dgaj/designations",
                Map.of(
                        "instrument",
                        "untoc",
                        "function",
                        "EXTRADITION",
                        "since",
                        "2019",
                        "way",
                        "NOTE_VERBALE",
                        "source",
                        "N 1"));
        assertThat(programme.page("/states/PRY/authorities").text())
                .doesNotContain("The lists differ for one function: extradition");
        approve(
                programme,
                "/authorities/pry-fiscalia-delitos-informaticos/designations",
                Map.of(
                        "instrument",
                        "budapest",
                        "function",
                        "EXTRADITION",
                        "since",
                        "2020",
                        "way",
                        "NOTE_VERBALE",
                        "source",
                        "N 2"));

        assertThat(programme.page("/states/PRY/authorities").text())
                .contains("The lists differ for one function: extradition", "none stands in for another here");
    }

    private void approve(OfficerSession by, String path, Map<String, String> form) {
        var change = by.form(path, form).require(303).location();
        legal.form(change + "/approval", Map.of()).require(303);
    }

    private static Map<String, String> authority(String name, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "kind", "PROSECUTION_UNIT",
                "name", name,
                "nameLanguage", "es",
                "languages", "es, gn",
                "zone", "America/Asuncion",
                "opens", "08:00",
                "closes", "15:00",
                "mailbox", "mesa@fiscalia.example",
                "source", "Decreto 1/2026"));
        form.putAll(more);
        return form;
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
