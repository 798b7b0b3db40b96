package org.enlace.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of numbers across states, and how they are made. */
class DisclosureTests {

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @Test
    void aNumberUnderFiveIsNotToldAndOthersAreRounded() {
        assertThat(LongStream.rangeClosed(0, 4)
                        .filter(number -> Disclosure.AGGREGATE.count(number).isPresent()))
                .isEmpty();
        assertThat(Disclosure.AGGREGATE.count(5)).hasValue(5);
        assertThat(Disclosure.AGGREGATE.count(7)).hasValue(5);
        assertThat(Disclosure.AGGREGATE.count(8)).hasValue(10);
        assertThat(Disclosure.WHOLE.count(3)).hasValue(3);
    }

    @Test
    void noHiddenNumberFollowsFromATotalAndAllOthers() {
        for (var hidden = 1L; hidden < Disclosure.LEAST; hidden++) {
            for (var others = Disclosure.LEAST; others < 60; others++) {
                var told = Disclosure.AGGREGATE.count(others);
                var total = Disclosure.AGGREGATE.count(others + hidden);
                var possible = LongStream.range(0, Disclosure.LEAST)
                        .filter(guess -> LongStream.range(0, 80)
                                .anyMatch(
                                        rest -> Disclosure.AGGREGATE.count(rest).equals(told)
                                                && Disclosure.AGGREGATE
                                                        .count(rest + guess)
                                                        .equals(total)))
                        .count();
                assertThat(possible)
                        .as("guesses for %s beside %s", hidden, others)
                        .isGreaterThan(1);
            }
        }
    }

    @Test
    void aShareIsToldOnlyWhenNeitherPartIsSmall() {
        assertThat(Disclosure.AGGREGATE.percent(15, 20)).hasValue(75);
        assertThat(Disclosure.AGGREGATE.percent(17, 20))
                .as("three were asked back")
                .isEmpty();
        assertThat(Disclosure.AGGREGATE.percent(20, 20)).isEmpty();
        assertThat(Disclosure.WHOLE.percent(1, 3)).hasValue(33);
        assertThat(Disclosure.WHOLE.percent(0, 0)).isEmpty();
    }

    @Test
    void medianAndNinetiethPercentileLieBetweenTheirNeighbours() {
        var spread = Spread.of(Stream.of(4, 1, 3, 2).map(Duration::ofHours));
        assertThat(spread.median()).isEqualTo(Duration.ofMinutes(150));
        assertThat(spread.most()).isEqualTo(Duration.ofMinutes(222));
        assertThat(Spread.of(Stream.empty())).isEqualTo(new Spread(0, Duration.ZERO, Duration.ZERO));
        assertThat(Disclosure.AGGREGATE.spread(spread)).isEmpty();
    }

    @Test
    void aPeriodIsWholeMonths() {
        assertThat(Period.asked(null, null, NOVEMBER))
                .isEqualTo(new Period(YearMonth.of(2025, 12), YearMonth.of(2026, 11)));
        assertThat(Period.asked("2026-03", "2026-01", NOVEMBER))
                .isEqualTo(new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 3)));
        assertThat(Period.asked("2026-03-05", "never", NOVEMBER))
                .as("a day is no month")
                .isEqualTo(Period.asked(null, null, NOVEMBER));
        assertThat(Period.asked("2026-03", "2026-03", NOVEMBER).ends()).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(Period.months(YearMonth.of(2019, 5), NOVEMBER))
                .startsWith(YearMonth.of(2026, 11))
                .endsWith(YearMonth.of(2019, 5))
                .doesNotHaveDuplicates();
    }

    @Test
    void aQuestionAboutNothingMissingIsNoIncompleteRequest() {
        var pair = new Course.Pair(new org.enlace.StateCode("PRY"), new org.enlace.StateCode("CRI"));
        var inCharge = java.util.Map.of(Milestone.IN_CHARGE, Duration.ofHours(1));
        var group = Group.of(List.of(
                new Course("preservation/1", pair, inCharge, java.util.Set.of(), List.of(), null),
                new Course("preservation/1", pair, inCharge, java.util.Set.of("P-09"), List.of(), null),
                new Course("preservation/1", pair, java.util.Map.of(), java.util.Set.of(), List.of(), null)));
        assertThat(group.requests()).isEqualTo(3);
        assertThat(group.examined()).isEqualTo(2);
        assertThat(group.complete()).isEqualTo(1);
    }
}
