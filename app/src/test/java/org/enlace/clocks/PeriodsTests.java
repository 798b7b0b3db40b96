package org.enlace.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.forms.ClockRule;
import org.enlace.forms.Form;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Periods over the days of Paraguay, Haiti and others, with the holidays that the library knows of. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class PeriodsTests {

    @Autowired
    private Periods periods;

    @ParameterizedTest(name = "{0} of {1} from {2} in {4}: {5}")
    @CsvSource({
        // hours run through the night, the week-end and a change of clocks
        "PT30M, ALWAYS,   2026-03-15T01:52:00Z, CRI, America/Costa_Rica, 2026-03-15T02:22:00Z",
        "PT8H,  ALWAYS,   2026-03-29T03:00:00Z, PRY, America/Asuncion,   2026-03-29T11:00:00Z",
        "P1D,   ALWAYS,   2026-03-08T06:30:00Z, USA, America/New_York,   2026-03-09T06:30:00Z",
        // calendar days end at 23:59 there: the day of the request is not counted
        "P60D,  CALENDAR, 2026-03-15T01:52:00Z, CRI, America/Costa_Rica, 2026-05-14T05:59:00Z",
        "P60D,  CALENDAR, 2026-03-15T01:52:00Z, PRY, America/Asuncion,   2026-05-14T02:59:00Z",
        // a day whose end comes twice or in another offset
        "P1D,   CALENDAR, 2026-10-31T12:00:00Z, USA, America/New_York,   2026-11-02T04:59:00Z",
        // Mexico put its clocks back for the last time on 30 October 2022, and left them in April 2023
        "P1D,   ALWAYS,   2022-10-29T20:00:00Z, MEX, America/Mexico_City, 2022-10-30T20:00:00Z",
        "P1D,   CALENDAR, 2022-10-29T12:00:00Z, MEX, America/Mexico_City, 2022-10-31T05:59:00Z",
        "P1D,   CALENDAR, 2023-04-01T12:00:00Z, MEX, America/Mexico_City, 2023-04-03T05:59:00Z",
        // Brazil did so on 17 February 2019 at midnight, so that 23:59 came twice; it did not put them forward on 3
        // November
        "P1D,   CALENDAR, 2019-02-15T12:00:00Z, BRA, America/Sao_Paulo,  2019-02-17T02:59:00Z",
        "P1D,   ALWAYS,   2019-02-16T12:00:00Z, BRA, America/Sao_Paulo,  2019-02-17T12:00:00Z",
        "P1D,   CALENDAR, 2019-11-02T12:00:00Z, BRA, America/Sao_Paulo,  2019-11-04T02:59:00Z",
        "P1D,   ALWAYS,   2019-11-02T20:00:00Z, BRA, America/Sao_Paulo,  2019-11-03T20:00:00Z",
        // from a Friday over the week-end; and over Easter in Paraguay (Thursday 2 and Friday 3 April 2026)
        "P1D,   WORKING,  2026-03-13T15:00:00Z, PRY, America/Asuncion,   2026-03-16T20:00:00Z",
        "P3D,   WORKING,  2026-04-01T12:00:00Z, PRY, America/Asuncion,   2026-04-08T20:00:00Z",
        // 1 and 2 January are holidays in Haiti
        "P1D,   WORKING,  2025-12-31T15:00:00Z, HTI, America/Port-au-Prince, 2026-01-05T22:00:00Z"
    })
    void endsWhereTheDutyLies(
            String length, ClockRule.Days days, Instant from, String state, String zone, Instant due) {
        var place = new Periods.Place(new StateCode(state), ZoneId.of(zone));
        assertThat(periods.due(rule(length, days), from, List.of(), place)).isEqualTo(due);
    }

    @Test
    void whoIsAlwaysOnDutyHasNoWorkingDays() {
        var friday = Instant.parse("2026-03-13T15:00:00Z");
        var paraguay = ZoneId.of("America/Asuncion");
        var always = new Periods.Place(new StateCode("PRY"), null, paraguay, true, Periods.END_OF_WORK);
        assertThat(periods.due(rule("P3D", ClockRule.Days.WORKING), friday, List.of(), always))
                .as("Monday at the end of the day, and not Wednesday")
                .isEqualTo(Instant.parse("2026-03-17T02:59:00Z"));
        var untilThree = new Periods.Place(new StateCode("PRY"), null, paraguay, false, LocalTime.of(15, 0));
        assertThat(periods.due(rule("P1D", ClockRule.Days.WORKING), friday, List.of(), untilThree))
                .as("when this office closes")
                .isEqualTo(Instant.parse("2026-03-16T18:00:00Z"));
    }

    @Test
    void standsStillWhileAQuestionIsOpen() {
        var place = new Periods.Place(new StateCode("CRI"), ZoneId.of("America/Costa_Rica"));
        var from = Instant.parse("2026-03-09T15:00:00Z");
        var asked = new Stop(Instant.parse("2026-03-10T15:00:00Z"), null);
        assertThat(periods.due(rule("P3D", ClockRule.Days.CALENDAR), from, List.of(asked), place))
                .isNull();
        assertThat(periods.due(rule("PT8H", ClockRule.Days.ALWAYS), from, List.of(asked), place))
                .isNull();
    }

    @Test
    void goesOnWithWhatWasLeftWhenTheAnswerCame() {
        var place = new Periods.Place(new StateCode("CRI"), ZoneId.of("America/Costa_Rica"));
        var from = Instant.parse("2026-03-09T15:00:00Z");
        var twoNights = stop("2026-03-10T15:00:00Z", "2026-03-12T15:00:00Z");
        assertThat(periods.due(rule("P3D", ClockRule.Days.CALENDAR), from, List.of(twoNights), place))
                .as("the 10th and the 11th do not count")
                .isEqualTo(Instant.parse("2026-03-15T05:59:00Z"));
        var sameDay = stop("2026-03-10T15:00:00Z", "2026-03-10T16:00:00Z");
        assertThat(periods.due(rule("P3D", ClockRule.Days.CALENDAR), from, List.of(sameDay), place))
                .as("a question answered the same day costs no day")
                .isEqualTo(Instant.parse("2026-03-13T05:59:00Z"));
    }

    @Test
    void countsAnHourOnceWhereStopsOverlap() {
        var place = new Periods.Place(new StateCode("CRI"), ZoneId.of("America/Costa_Rica"));
        var from = Instant.parse("2026-03-09T15:00:00Z");
        var stops = List.of(
                stop("2026-03-09T18:00:00Z", "2026-03-09T20:00:00Z"),
                stop("2026-03-09T16:00:00Z", "2026-03-09T19:00:00Z"),
                stop("2026-03-10T18:00:00Z", "2026-03-10T20:00:00Z"));
        assertThat(periods.due(rule("PT8H", ClockRule.Days.ALWAYS), from, stops, place))
                .as("four hours of stops before it was due, the last one after")
                .isEqualTo(Instant.parse("2026-03-10T03:00:00Z"));
    }

    @Test
    void knowsHowFarAPeriodHasCome() {
        var from = Instant.parse("2026-03-01T00:00:00Z");
        var due = Instant.parse("2026-03-11T00:00:00Z");
        assertThat(Periods.share(from, due, 0.75)).isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
    }

    private static Stop stop(String from, @Nullable String until) {
        return new Stop(Instant.parse(from), until == null ? null : Instant.parse(until));
    }

    private static ClockRule rule(String length, ClockRule.Days days) {
        return new ClockRule(
                "answer",
                ClockRule.Side.REQUESTED,
                "result",
                "send",
                List.of("result"),
                length,
                days,
                ClockRule.Kind.TARGET,
                null,
                null,
                new Form.Basis(null, Form.Mark.D, null),
                null,
                null,
                Multilingual.of("answer", "respuesta", "réponse", "resposta"));
    }
}
