package org.enlace.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two persons enter holds from its day on, and nothing before that day moves. */
class EnteredStandingTests {

    private static final StateCode COSTA_RICA = new StateCode("CRI");

    @Test
    void aStateThatLeavesIsAMemberUntilThatDay() {
        var all = EnteredStanding.into(List.of(since("1948", null)), List.of(entered("2026-12-01", null)));

        assertThat(on(all, "2026-11-30")).containsExactly(Standing.TAKING_PART);
        assertThat(on(all, "2026-12-01")).isEmpty();
        assertThat(on(all, "1990-01-01")).containsExactly(Standing.TAKING_PART);
    }

    @Test
    void aStateThatComesBackIsAMemberAgain() {
        var all = EnteredStanding.into(
                List.of(since("1948", null)),
                List.of(entered("2030-01-01", Standing.TAKING_PART), entered("2026-12-01", null)));

        assertThat(on(all, "2029-12-31")).isEmpty();
        assertThat(on(all, "2030-01-01")).containsExactly(Standing.TAKING_PART);
        assertThat(all).hasSize(2);
    }

    @Test
    void whatTheDatasetSaysOfALaterDayStays() {
        var all = EnteredStanding.into(
                List.of(since("1948", "2023-01"), since("2023-01", null)),
                List.of(entered("2009-07-04", Standing.SUSPENDED)));

        assertThat(on(all, "2009-07-05")).containsExactly(Standing.SUSPENDED);
        assertThat(on(all, "2023-02-01")).containsExactly(Standing.TAKING_PART);
    }

    @Test
    void whatBeginsOnTheSameDayInTheDatasetGivesWay() {
        var all = EnteredStanding.into(
                List.of(since("1948", "2023-01-01"), since("2023-01-01", null)),
                List.of(entered("2023-01-01", Standing.DISPUTED)));

        assertThat(on(all, "2024-01-01")).containsExactly(Standing.DISPUTED);
    }

    private static List<Standing> on(List<Membership> all, String day) {
        return all.stream()
                .filter(one -> one.span().covers(LocalDate.parse(day)))
                .map(Membership::standing)
                .toList();
    }

    private static Membership since(String since, @Nullable String until) {
        return new Membership(
                COSTA_RICA,
                Standing.TAKING_PART,
                new Span(date(since), until == null ? null : date(until)),
                null,
                List.of("list"));
    }

    private static EnteredStanding entered(String since, @Nullable Standing standing) {
        return new EnteredStanding(COSTA_RICA, date(since), standing, "change-1");
    }

    private static FactDate date(String text) {
        return FactDate.parse(text).orElseThrow();
    }
}
