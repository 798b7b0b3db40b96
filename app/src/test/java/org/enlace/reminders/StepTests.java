package org.enlace.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.enlace.ledger.Reminder;
import org.junit.jupiter.api.Test;

/** Which steps are due at which moment. */
class StepTests {

    private static final Instant SENT = Instant.parse("2026-03-15T01:52:00Z");

    @Test
    void eachStepIsSignedUnderItsOwnName() {
        assertThat(Step.values()).allSatisfy(step -> {
            var signed = Reminder.Step.of(step.code());
            assertThat(signed.name()).isEqualTo(step.name());
            assertThat(signed.isOfLadder()).isEqualTo(step.isOfLadder());
        });
    }

    @Test
    void anUrgentRequestClimbsAfterThirtyAndSixtyMinutes() {
        var due = SENT.plus(Duration.ofMinutes(30));
        assertThat(Step.climbed(SENT, due, null, SENT.plus(Duration.ofMinutes(29))))
                .isEmpty();
        assertThat(Step.climbed(SENT, due, null, SENT.plus(Duration.ofMinutes(30))))
                .containsExactly(Step.DEPUTY);
        assertThat(Step.climbed(SENT, due, null, SENT.plus(Duration.ofMinutes(59))))
                .containsExactly(Step.DEPUTY);
        assertThat(Step.climbed(SENT, due, null, SENT.plus(Duration.ofMinutes(60))))
                .containsExactly(Step.DEPUTY, Step.COORDINATORS);
    }

    @Test
    void whoOpensItHasAsLongAgainBeforeTheLadderIsClimbed() {
        var due = SENT.plus(Duration.ofMinutes(30));
        var opened = SENT.plus(Duration.ofMinutes(20));
        assertThat(Step.climbed(SENT, due, opened, SENT.plus(Duration.ofMinutes(49))))
                .isEmpty();
        assertThat(Step.climbed(SENT, due, opened, SENT.plus(Duration.ofMinutes(50))))
                .containsExactly(Step.DEPUTY);
        assertThat(Step.climbed(SENT, due, opened, SENT.plus(Duration.ofMinutes(80))))
                .as("nothing came of it: nobody is left waiting because somebody once looked")
                .containsExactly(Step.DEPUTY, Step.COORDINATORS);
    }

    @Test
    void coordinatorsNeverWaitMoreThanADayLonger() {
        var due = SENT.plus(Duration.ofDays(5));
        assertThat(Step.climbed(SENT, due, null, due.plus(Duration.ofHours(23))))
                .containsExactly(Step.DEPUTY);
        assertThat(Step.climbed(SENT, due, null, due.plus(Duration.ofHours(24))))
                .containsExactly(Step.DEPUTY, Step.COORDINATORS);
    }

    @Test
    void aDateThatPassedIsToldThenAndEachWeekAndWhateverIsDoneEarnsAWeek() {
        var due = SENT.plus(Duration.ofDays(3));
        assertThat(Step.overdue(due, SENT, due.minusSeconds(1))).isEmpty();
        assertThat(Step.overdue(due, SENT, due)).contains(due);
        assertThat(Step.overdue(due, SENT, due.plus(Duration.ofDays(6)))).contains(due);
        assertThat(Step.overdue(due, SENT, due.plus(Duration.ofDays(15)))).contains(due.plus(Duration.ofDays(14)));
        var news = due.plus(Duration.ofDays(2));
        assertThat(Step.overdue(due, news, due.plus(Duration.ofDays(8)))).isEmpty();
        assertThat(Step.overdue(due, news, due.plus(Duration.ofDays(9)))).contains(due.plus(Duration.ofDays(9)));
    }

    @Test
    void sixtyDaysAreRemindedOfAtHalfThreeQuartersAndNineTenthsAndBeforeTheEnd() {
        var until = SENT.plus(Duration.ofDays(60));
        assertThat(Step.reminded(SENT, until, SENT.plus(Duration.ofDays(29)))).isEmpty();
        assertThat(Step.reminded(SENT, until, SENT.plus(Duration.ofDays(30)))).containsExactly(Step.HALF);
        assertThat(Step.reminded(SENT, until, SENT.plus(Duration.ofDays(45))))
                .containsExactly(Step.HALF, Step.THREE_QUARTERS);
        assertThat(Step.reminded(SENT, until, until.minus(Duration.ofDays(6))))
                .containsExactly(Step.HALF, Step.THREE_QUARTERS, Step.DAYS_14, Step.DAYS_7, Step.NINE_TENTHS);
        assertThat(Step.reminded(SENT, until, until))
                .endsWith(Step.DAYS_3, Step.DAY_1, Step.LAPSED)
                .hasSize(8);
    }
}
