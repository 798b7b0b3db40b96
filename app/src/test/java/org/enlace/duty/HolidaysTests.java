package org.enlace.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Paraguay puts its public holidays right, through the doors of the page. Each test has a year of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class HolidaysTests {

    private static final StateCode PARAGUAY = new StateCode("PRY");

    @LocalServerPort
    private int port;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Holidays holidays;

    @Autowired
    private States states;

    @Test
    void everyStateHasHolidaysWithNamesInFourLanguagesAndSaysThatTheyAreUnconfirmed() {
        for (var code : states.codes()) {
            var year = holidays.of(code, 2026);
            assertThat(year.off()).as(code.iso3()).hasSizeGreaterThan(4);
            for (var language : Language.values()) {
                var words = Words.of(Holidays.class, language);
                assertThat(year.off())
                        .as(code + " in " + language)
                        .allSatisfy(holiday -> assertThat(holiday.name().said(words))
                                .isNotEqualTo(holiday.name().libraryKey()));
            }
        }
        var page = as(Cast.OBSERVER)
                .page("/states/HTI/holidays?year=2026&lang=en")
                .require(200)
                .text();
        assertThat(page).contains("Battle of Vertières", "Not confirmed by the State");
        assertThat(page).doesNotContain("We work that day");
    }

    @Test
    void theCoordinatorAddsMovesAndTakesOutDaysAndEachIsAFactWithItsDay() {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        var path = "/states/PRY/holidays";
        coordinator
                .form(path, Map.of("year", "2031", "day", "2031-08-20", "name", "Asueto nacional de ensayo"))
                .require(303);
        coordinator.form(path + "/2031-06-12/move", Map.of("to", "2031-06-16")).require(303);
        coordinator.form(path + "/2031-09-29/removal", Map.of()).require(303);

        var page = as(Cast.COSTA_RICA_DUTY).page(path + "?year=2031&lang=es").text();
        assertThat(page).contains("Asueto nacional de ensayo", "Paz del Chaco", "Victoria de Boquerón");
        assertThat(page).contains("Días que sí se trabajan").doesNotContain("Coordinadora nacional, Paraguay");
        assertThat(works("2031-08-20")).isFalse();
        assertThat(works("2031-06-12")).isTrue();
        assertThat(works("2031-06-16")).isFalse();
        assertThat(works("2031-09-29")).isTrue();

        coordinator.form(path + "/2031-09-29/return", Map.of()).require(303);
        assertThat(works("2031-09-29")).isFalse();
        assertThat(coordinator.page(path + "?year=2031").text()).contains("Coordinadora nacional, Paraguay");
    }

    @Test
    void aConfirmedYearRestsOnTheStatesOwnWord() {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        assertThat(holidays.of(PARAGUAY, 2032).isConfirmed()).isFalse();

        coordinator
                .form("/states/PRY/holidays/confirmation", Map.of("year", "2032"))
                .require(303);

        var year = holidays.of(PARAGUAY, 2032);
        assertThat(year.isConfirmed()).isTrue();
        assertThat(year.restsOnLibrary()).isFalse();
        assertThat(year.off(LocalDate.parse("2032-05-14"))).isEmpty();
        assertThat(year.off(LocalDate.parse("2032-05-15"))).isPresent();
        assertThat(coordinator.page("/states/PRY/holidays?year=2032&lang=en").text())
                .contains("Confirmed by the State")
                .doesNotContain("Confirm these holidays");
    }

    @Test
    void nobodyElsePutsThemRight() {
        for (var other : new Cast[] {Cast.PARAGUAY_DUTY, Cast.COSTA_RICA_DUTY, Cast.SECRETARIAT, Cast.OBSERVER}) {
            var session = as(other);
            session.form("/states/PRY/holidays", Map.of("year", "2026", "day", "2026-08-20", "name", "x"))
                    .require(404);
            session.form("/states/PRY/holidays/2026-06-12/removal", Map.of()).require(404);
            session.form("/states/PRY/holidays/confirmation", Map.of("year", "2026"))
                    .require(404);
        }
        as(Cast.PARAGUAY_COORDINATOR)
                .form("/states/CRI/holidays/2026-09-15/removal", Map.of())
                .require(404);
    }

    @Test
    void whatIsTypedWronglyComesBackWithASentence() {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        assertThat(coordinator
                        .form(
                                "/states/PRY/holidays?lang=en",
                                Map.of("year", "2026", "day", "31/12", "name", "Asueto de fin de año"))
                        .require(422)
                        .text())
                .contains("Give another day", "Asueto de fin de año");
        coordinator.form("/states/PRY/holidays/2026-06-13/removal", Map.of()).require(404);
        coordinator.page("/states/PRY/holidays?year=1492").require(422);
    }

    @Test
    void workingDaysLeaveOutWeekendsAndHolidays() {
        // Friday 1 May 2026 is Labour Day; Thursday 14 and Friday 15 May stand around Independence Day.
        assertThat(works("2026-05-01")).isFalse();
        assertThat(works("2026-05-02")).isFalse();
        assertThat(works("2026-05-04")).isTrue();
        assertThat(works("2026-05-15")).isFalse();
        assertThat(works("2026-05-18")).isTrue();
        assertThat(holidays.of(PARAGUAY, 1990).isKnown()).isFalse();
    }

    private boolean works(String day) {
        return workingDays.of(PARAGUAY).works(LocalDate.parse(day));
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
