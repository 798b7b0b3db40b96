package org.enlace.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.enlace.StateCode;
import org.enlace.clocks.Periods;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.forms.ClockRule;
import org.enlace.forms.Forms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The central authority of Costa Rica says on which days it is closed, and open, other than Costa Rica. Each test has days of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class OfficeDaysTests {

    private static final StateCode COSTA_RICA = new StateCode("CRI");
    private static final String CENTRAL = Cast.Office.COSTA_RICA_CENTRAL.id();
    private static final String PATH = "/authorities/" + CENTRAL + "/duty/days";

    @LocalServerPort
    private int port;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private Periods periods;

    @Autowired
    private Forms forms;

    @Test
    void itsOwnWordCountsForItAndForNobodyElseOfItsState() {
        var central = as(Cast.COSTA_RICA_CENTRAL);
        say(central, "2034-03-02", "CLOSED", "Cierre colectivo del Poder Judicial");
        say(central, "2034-03-04", "OPEN", "Sábado de reposición");
        assertThat(works("2034-03-02")).isFalse();
        assertThat(works("2034-03-03")).isTrue();
        assertThat(works("2034-03-04")).as("a Saturday").isTrue();
        assertThat(works("2034-03-05")).as("a Sunday").isFalse();
        assertThat(workingDays.of(COSTA_RICA).works(LocalDate.parse("2034-03-02")))
                .isTrue();
        assertThat(workingDays
                        .of(COSTA_RICA, Cast.Office.COSTA_RICA_POLICE.id(), Instant.now())
                        .works(LocalDate.parse("2034-03-04")))
                .isFalse();
        var page = as(Cast.OBSERVER).page(PATH + "?lang=en").require(200).text();
        assertThat(page)
                .containsPattern(
                        "<td[^>]*>closed</td>\\s*<td[^>]* lang=\"es\">Cierre colectivo del Poder Judicial</td>")
                .containsPattern("<td[^>]*>open</td>\\s*<td[^>]* lang=\"es\">Sábado de reposición</td>")
                .doesNotContain(Cast.COSTA_RICA_CENTRAL.personName(), "Take back");

        central.form(PATH + "/2034-03-02/removal", Map.of()).require(303);
        assertThat(works("2034-03-02")).isTrue();
        assertThat(central.page(PATH).text()).doesNotContain("Cierre colectivo del Poder Judicial");
        central.form(PATH + "/2034-03-02/removal", Map.of()).require(303);
        central.form(PATH + "/2020-03-02/removal", Map.of()).require(404);
    }

    @Test
    void aPeriodInWorkingDaysLeavesThemOut() {
        say(as(Cast.COSTA_RICA_CENTRAL), "2035-03-07", "CLOSED", "Traslado de la oficina");
        var zone = ZoneId.of("America/Costa_Rica");
        var rule = forms.require("assistance/1").clocks().stream()
                .filter(clock -> clock.days() == ClockRule.Days.WORKING)
                .filter(clock -> clock.amount().equals(Period.ofDays(3)))
                .findFirst()
                .orElseThrow();
        var monday = Instant.parse("2035-03-05T15:00:00Z");
        var state = new Periods.Place(COSTA_RICA, null, zone, false, Periods.END_OF_WORK);
        var central = new Periods.Place(COSTA_RICA, CENTRAL, zone, false, Periods.END_OF_WORK);
        assertThat(periods.due(rule, monday, List.of(), state)).isEqualTo("2035-03-08T23:00:00Z");
        assertThat(periods.due(rule, monday, List.of(), central)).isEqualTo("2035-03-09T23:00:00Z");

        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
        var due = periods.due(rule, yesterday, List.of(), state);
        say(as(Cast.COSTA_RICA_CENTRAL), due.atZone(zone).toLocalDate().toString(), "CLOSED", "Corte de energía");
        assertThat(periods.due(rule, yesterday, List.of(), central))
                .as("it runs already")
                .isEqualTo(due);
    }

    @Test
    void whatIsTypedWronglyComesBackAndNobodyElseSaysAnything() {
        var central = as(Cast.COSTA_RICA_CENTRAL);
        for (var wrong : List.of(
                Map.of("day", "2020-01-02", "word", "CLOSED", "name", "Traslado"),
                Map.of("day", "mañana", "word", "CLOSED", "name", "Traslado"),
                Map.of("day", "2036-01-02", "word", "AS_STATE", "name", "Traslado"),
                Map.of("day", "2036-01-02", "word", "CLOSED", "name", " "))) {
            assertThat(central.form(PATH + "?lang=es", wrong).require(422).text())
                    .contains("requiere su atención");
        }
        var right = Map.of("day", "2036-01-02", "word", "CLOSED", "name", "Traslado");
        for (var other :
                new Cast[] {Cast.COSTA_RICA_DUTY, Cast.PARAGUAY_COORDINATOR, Cast.SECRETARIAT, Cast.OBSERVER}) {
            as(other).form(PATH, right).require(404);
        }
        assertThat(works("2036-01-02")).isTrue();
    }

    private void say(OfficerSession officer, String day, String word, String name) {
        officer.form(PATH, Map.of("day", day, "word", word, "name", name)).require(303);
    }

    private boolean works(String day) {
        return workingDays.of(COSTA_RICA, CENTRAL, Instant.now()).works(LocalDate.parse(day));
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
