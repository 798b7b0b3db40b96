package org.enlace.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What shifts come to, with the time zone data of this JDK. */
class RotaTests {

    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final ZoneId ASUNCION = ZoneId.of("America/Asuncion");
    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");

    @Nested
    class WhenTheClocksChange {

        @Test
        void theNightOfChileIsAnHourLongerInAprilAndShorterInSeptemberAndNoGapIsMade() {
            var rota = rota(SANTIAGO, everyDay("07:00", "19:00"), everyDay("19:00", "07:00"));
            assertThat(lengthAt(rota, "2026-04-04T23:30:00Z")).hasHours(13);
            assertThat(lengthAt(rota, "2026-09-06T00:30:00Z")).hasHours(11);
            assertThat(lengthAt(rota, "2026-06-15T00:30:00Z")).hasHours(12);
            for (var start : new String[] {"2026-03-20T12:00:00Z", "2026-08-25T12:00:00Z"}) {
                var findings = Findings.of(rota, true, Instant.parse(start), day -> List.of());
                assertThat(findings.gaps()).isEmpty();
                assertThat(findings.overlaps()).isEmpty();
            }
        }

        @Test
        void shiftsThatMeetInTheHourThatComesTwiceOrIsLeftOutStillMeet() {
            var twice = rota(SANTIAGO, everyDay("23:30", "11:30"), everyDay("11:30", "23:30"));
            assertThat(twice.at(Instant.parse("2026-04-05T02:29:00Z"))
                            .getFirst()
                            .shift()
                            .from()
                            .getHour())
                    .isEqualTo(11);
            assertThat(twice.at(Instant.parse("2026-04-05T02:30:00Z"))
                            .getFirst()
                            .shift()
                            .from()
                            .getHour())
                    .isEqualTo(23);
            var leftOut = rota(SANTIAGO, everyDay("00:30", "12:30"), everyDay("12:30", "00:30"));
            assertThat(leftOut.at(Instant.parse("2026-09-06T04:29:00Z"))
                            .getFirst()
                            .shift()
                            .from()
                            .getHour())
                    .isEqualTo(12);
            assertThat(leftOut.at(Instant.parse("2026-09-06T04:30:00Z"))).hasSize(1);
            assertThat(Findings.of(leftOut, true, Instant.parse("2026-08-25T12:00:00Z"), day -> List.of())
                            .gaps())
                    .isEmpty();
        }

        @Test
        void paraguayNoLongerChangesItsClocks() {
            var rota = rota(ASUNCION, everyDay("19:00", "07:00"));
            assertThat(lengthAt(rota, "2023-03-26T02:00:00Z")).hasHours(13);
            assertThat(lengthAt(rota, "2026-03-22T02:00:00Z")).hasHours(12);
            assertThat(lengthAt(rota, "2026-10-04T02:00:00Z")).hasHours(12);
        }
    }

    @Test
    void aOneTimeShiftTakesThePlaceOfTheWeeklyOnes() {
        var exchange = once("2026-03-10T21:00", "2026-03-10T23:00", false);
        var rota = rota(SAN_JOSE, everyDay("19:00", "07:00"), exchange);
        var night = rota.between(Instant.parse("2026-03-11T00:00:00Z"), Instant.parse("2026-03-11T13:00:00Z"));
        assertThat(night)
                .extracting(watch -> watch.from().toString() + ' ' + watch.until())
                .containsExactly(
                        "2026-03-11T01:00:00Z 2026-03-11T03:00:00Z",
                        "2026-03-11T03:00:00Z 2026-03-11T05:00:00Z",
                        "2026-03-11T05:00:00Z 2026-03-11T13:00:00Z");
        assertThat(night.get(1).shift()).isEqualTo(exchange);
    }

    @Test
    void nobodyOnceMakesAGapAndTwoShiftsAtOnceAnOverlap() {
        var now = Instant.parse("2026-03-01T12:00:00Z");
        var day = everyDay("07:00", "19:00");
        var rota = rota(SAN_JOSE, day, everyDay("19:00", "07:00"), once("2026-03-10T21:00", "2026-03-10T23:00", true));
        assertThat(Findings.of(rota, true, now, any -> List.of()).gaps())
                .containsExactly(
                        new Findings.Gap(Instant.parse("2026-03-11T03:00:00Z"), Instant.parse("2026-03-11T05:00:00Z")));
        assertThat(Findings.of(rota, false, now, any -> List.of()).gaps()).isEmpty();

        var twice = rota.with(weekly(Set.of(DayOfWeek.MONDAY), "18:00", "20:00"));
        assertThat(Findings.of(twice, true, now, any -> List.of()).overlaps())
                .contains(new Findings.Overlap(
                        Instant.parse("2026-03-03T00:00:00Z"), Instant.parse("2026-03-03T01:00:00Z")));
        assertThat(rota.without(day.id()).at(Instant.parse("2026-03-05T18:00:00Z")))
                .isEmpty();
    }

    @Test
    void aShiftOfAnOfficerWhoLeftIsNobodys() {
        var gone = new Shift(
                UUID.randomUUID(),
                1,
                "cri-x",
                Shift.Rhythm.WEEKLY,
                EnumSet.allOf(DayOfWeek.class),
                LocalDateTime.parse("2026-01-01T07:00"),
                null,
                LocalTime.parse("07:00"),
                new Shift.Who(UUID.randomUUID(), "", "", false),
                List.of("es"),
                new Shift.Edit(UUID.randomUUID(), "x", Instant.EPOCH));
        var rota = rota(SAN_JOSE, gone);
        assertThat(rota.at(Instant.parse("2026-03-05T18:00:00Z"))).isEmpty();
        assertThat(rota.isOrphan(gone)).isTrue();
        assertThat(Findings.of(rota, true, Instant.parse("2026-03-05T18:00:00Z"), any -> List.of())
                        .gaps())
                .hasSize(1);
    }

    @Test
    void aHolidaySaysWhoIsOnDutyThatDay() {
        var now = Instant.parse("2026-09-01T12:00:00Z");
        var independence = new Holiday(LocalDate.parse("2026-09-15"), Holiday.Name.ofLibrary("INDEPENDENCE_DAY"), null);
        var pattern = rota(SAN_JOSE, everyDay("07:00", "07:00"));
        assertThat(Findings.of(pattern, true, now, any -> List.of(independence)).holidays())
                .containsExactly(new Findings.OnHoliday(independence, Findings.Cover.WEEKLY));
        var covered = pattern.with(once("2026-09-15T00:00", "2026-09-16T00:00", false));
        assertThat(Findings.of(covered, true, now, any -> List.of(independence)).holidays())
                .containsExactly(new Findings.OnHoliday(independence, Findings.Cover.ONCE));
        var nobody = pattern.with(once("2026-09-14T20:00", "2026-09-16T08:00", true));
        assertThat(Findings.of(nobody, true, now, any -> List.of(independence)).holidays())
                .containsExactly(new Findings.OnHoliday(independence, Findings.Cover.NOBODY));
    }

    private static Duration lengthAt(Rota rota, String moment) {
        var watch = rota.at(Instant.parse(moment)).getFirst();
        return Duration.between(watch.from(), watch.until());
    }

    private static Rota rota(ZoneId zone, Shift... shifts) {
        return new Rota(zone, Arrays.asList(shifts), Map.of());
    }

    private static Shift everyDay(String from, String until) {
        return weekly(EnumSet.allOf(DayOfWeek.class), from, until);
    }

    private static Shift weekly(Set<DayOfWeek> days, String from, String until) {
        return shift(
                Shift.Rhythm.WEEKLY,
                days,
                LocalDate.parse("2020-01-01").atTime(LocalTime.parse(from)),
                null,
                LocalTime.parse(until),
                false);
    }

    private static Shift once(String from, String until, boolean nobody) {
        var end = LocalDateTime.parse(until);
        return shift(
                Shift.Rhythm.ONCE, Set.of(), LocalDateTime.parse(from), end.toLocalDate(), end.toLocalTime(), nobody);
    }

    private static Shift shift(
            Shift.Rhythm rhythm,
            Set<DayOfWeek> days,
            LocalDateTime from,
            LocalDate untilDay,
            LocalTime untilTime,
            boolean nobody) {
        return new Shift(
                UUID.randomUUID(),
                1,
                "cri-x",
                rhythm,
                days,
                from,
                untilDay,
                untilTime,
                new Shift.Who(null, nobody ? "" : "Duty officer", "", nobody),
                List.of("es"),
                new Shift.Edit(UUID.randomUUID(), "x", Instant.EPOCH));
    }
}
