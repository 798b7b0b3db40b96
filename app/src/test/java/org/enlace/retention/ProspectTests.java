package org.enlace.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.exchange.Holding;
import org.enlace.exchange.Holding.Obstacle;
import org.enlace.retention.Prospect.Verdict;
import org.junit.jupiter.api.Test;

class ProspectTests {

    private static final ZoneId ASUNCION = ZoneId.of("America/Asuncion");
    private static final UUID REQUEST = UUID.fromString("0195a0b0-0000-7000-8000-000000000001");
    private static final Instant LAST = Instant.parse("2020-02-29T12:00:00Z");
    private static final Instant DUE = Instant.parse("2025-02-28T12:00:00Z");
    private static final Period FIVE_YEARS = new Period(5, Period.Unit.YEARS);
    private static final Hold HOLD =
            new Hold(UUID.randomUUID(), REQUEST, Hold.Ground.AUDIT, "", UUID.randomUUID(), LAST, null);

    private final Map<Integer, Instant> announced = new HashMap<>();

    @Test
    void aYearIsAYearByTheCalendarOfTheAuthority() {
        assertThat(FIVE_YEARS.after(LAST, ASUNCION)).isEqualTo(DUE);
    }

    @Test
    void isAnnouncedAMonthAndAWeekAheadAndThenMayGo() {
        assertThat(at("2025-01-29T11:59:59Z").verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(at("2025-01-29T12:00:00Z").announcing()).isEqualTo(30);
        announced.put(30, Instant.parse("2025-01-29T12:00:00Z"));
        assertThat(at("2025-02-21T11:00:00Z").announcing()).isNull();
        assertThat(at("2025-02-21T12:00:00Z").announcing()).isEqualTo(7);
        announced.put(7, Instant.parse("2025-02-21T12:00:00Z"));
        assertThat(at("2025-02-28T11:59:59Z").verdict()).isEqualTo(Verdict.ANNOUNCED);
        assertThat(at("2025-02-28T12:00:00Z").verdict()).isEqualTo(Verdict.MAY_GO);
    }

    @Test
    void noNoticeIsShortenedBecauseTheServerWasAwayOrThePeriodIsNew() {
        announced.put(30, Instant.parse("2025-03-10T00:00:00Z"));
        assertThat(at("2025-03-20T00:00:00Z").from()).isEqualTo(Instant.parse("2025-04-09T00:00:00Z"));
        announced.put(7, Instant.parse("2025-04-08T00:00:00Z"));
        assertThat(at("2025-04-10T00:00:00Z").mayGo()).isFalse();
        assertThat(at("2025-04-15T00:00:00Z").mayGo()).isTrue();
    }

    @Test
    void neitherWhatIsOpenNorWhatIsHeldGoesEver() {
        announced.put(30, DUE);
        announced.put(7, DUE);
        var late = Instant.parse("2035-01-01T00:00:00Z");
        for (var obstacle : Obstacle.values()) {
            var prospect = prospect(late, Set.of(obstacle), List.of());
            assertThat(prospect.verdict()).isEqualTo(Verdict.OPEN);
            assertThat(prospect.mayGo()).isFalse();
            assertThat(prospect.announcing()).isNull();
        }
        var held = prospect(late, Set.of(), List.of(HOLD));
        assertThat(held.verdict()).isEqualTo(Verdict.HELD);
        assertThat(held.mayGo()).isFalse();
        assertThat(prospect(late, Set.of(), List.of()).mayGo()).isTrue();
    }

    private Prospect at(String now) {
        return prospect(Instant.parse(now), Set.of(), List.of());
    }

    private Prospect prospect(Instant now, Set<Obstacle> obstacles, List<Hold> holds) {
        var holding = new Holding(
                REQUEST,
                "PRY-2020-0001",
                "preservation/1",
                true,
                new StateCode("CRI"),
                ASUNCION,
                "closed",
                LAST,
                obstacles);
        return new Prospect(holding, FIVE_YEARS, DUE, announced, holds, null, now);
    }
}
