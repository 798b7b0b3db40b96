package org.enlace.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Nights across midnight and across the nights on which clocks change. In 2026 Haiti's go forward on 8 March and back on 1 November. */
class WishTests {

    private static final ZoneId HAITI = ZoneId.of("America/Port-au-Prince");
    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final Wish NIGHT = new Wish.NotAtNight(LocalTime.of(22, 0), LocalTime.of(6, 0));

    @Test
    void aNightGoesOnAfterMidnight() {
        assertDue(NIGHT, SAN_JOSE, "2026-03-16T21:59:59-06:00", "2026-03-16T21:59:59-06:00");
        assertDue(NIGHT, SAN_JOSE, "2026-03-16T22:00:00-06:00", "2026-03-17T06:00:00-06:00");
        assertDue(NIGHT, SAN_JOSE, "2026-03-17T00:00:00-06:00", "2026-03-17T06:00:00-06:00");
        assertDue(NIGHT, SAN_JOSE, "2026-03-17T05:59:59-06:00", "2026-03-17T06:00:00-06:00");
        assertDue(NIGHT, SAN_JOSE, "2026-03-17T06:00:00-06:00", "2026-03-17T06:00:00-06:00");
    }

    @Test
    void quietHoursWithinADayEndOnIt() {
        var noon = new Wish.NotAtNight(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertDue(noon, SAN_JOSE, "2026-03-16T13:00:00-06:00", "2026-03-16T14:00:00-06:00");
        assertDue(noon, SAN_JOSE, "2026-03-16T02:00:00-06:00", "2026-03-16T02:00:00-06:00");
    }

    @Test
    void theNightIsAnHourShorterWhenClocksGoForward() {
        assertDue(NIGHT, HAITI, "2026-03-07T22:00:00-05:00", "2026-03-08T06:00:00-04:00");
        var untilTheHourThatIsNot = new Wish.NotAtNight(LocalTime.of(22, 0), LocalTime.of(2, 30));
        assertDue(untilTheHourThatIsNot, HAITI, "2026-03-07T23:00:00-05:00", "2026-03-08T03:30:00-04:00");
    }

    @Test
    void theNightIsAnHourLongerWhenClocksGoBack() {
        assertDue(NIGHT, HAITI, "2026-10-31T22:00:00-04:00", "2026-11-01T06:00:00-05:00");
        var untilTheHourThatComesTwice = new Wish.NotAtNight(LocalTime.of(22, 0), LocalTime.of(1, 30));
        assertDue(untilTheHourThatComesTwice, HAITI, "2026-10-31T23:00:00-04:00", "2026-11-01T01:30:00-04:00");
        assertDue(untilTheHourThatComesTwice, HAITI, "2026-11-01T01:10:00-05:00", "2026-11-01T01:10:00-05:00");
    }

    @Test
    void onceADayIsTheNextTimeThatTheClockSaysSo() {
        var eight = new Wish.OnceADay(LocalTime.of(8, 0));
        assertDue(eight, SAN_JOSE, "2026-03-16T07:59:00-06:00", "2026-03-16T08:00:00-06:00");
        assertDue(eight, SAN_JOSE, "2026-03-16T08:00:00-06:00", "2026-03-16T08:00:00-06:00");
        assertDue(eight, SAN_JOSE, "2026-03-16T08:00:01-06:00", "2026-03-17T08:00:00-06:00");
        assertDue(eight, HAITI, "2026-10-31T09:00:00-04:00", "2026-11-01T08:00:00-05:00");
    }

    private static void assertDue(Wish wish, ZoneId zone, String queued, String due) {
        assertThat(wish.due(moment(queued), zone)).as("queued %s", queued).isEqualTo(moment(due));
    }

    private static Instant moment(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
