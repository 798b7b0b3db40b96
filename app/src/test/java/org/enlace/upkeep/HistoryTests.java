package org.enlace.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.enlace.directory.Authority;
import org.enlace.notices.Notices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom to ask next, and when, follows from what was asked. */
class HistoryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String MAILBOX = "mesa@fiscalia.example";
    private static final String DEPUTY = "suplente@fiscalia.example";
    private static final Authority.Reach WITH_DEPUTY =
            new Authority.Reach(ZoneOffset.UTC, List.of(), null, true, MAILBOX, DEPUTY);
    private static final Authority.Reach ALONE = new Authority.Reach(ZoneOffset.UTC, List.of(), null, true, MAILBOX);

    @Test
    void whoeverWasNeverAskedIsAskedAtItsMailbox() {
        var history = history();
        assertThat(history.isDue(UpkeepSettings.USUAL, null, TODAY)).isTrue();
        assertThat(history.rung(WITH_DEPUTY)).isEqualTo(Question.Rung.MAILBOX);
    }

    @Test
    void fourFailuresAreNotEnoughFiveClimbToTheDeputyAndTwoMoreToTheCoordinators() {
        assertThat(history(silent(), cameBack(), silent(), cameBack()).rung(WITH_DEPUTY))
                .isEqualTo(Question.Rung.MAILBOX);
        var five = new Asked[] {silent(), cameBack(), silent(), cameBack(), silent()};
        assertThat(history(five).rung(WITH_DEPUTY)).isEqualTo(Question.Rung.DEPUTY);
        assertThat(history(five).rung(ALONE)).isEqualTo(Question.Rung.COORDINATORS);

        var more = new ArrayList<>(List.of(five));
        more.addAll(List.of(silent().to(DEPUTY), silent().to(DEPUTY)));
        assertThat(history(more.toArray(Asked[]::new)).rung(WITH_DEPUTY)).isEqualTo(Question.Rung.COORDINATORS);
    }

    @Test
    void anAnswerBeginsTheCountAnewButNotTheDeputysForTheMailbox() {
        assertThat(history(silent(), silent(), silent(), silent(), answered(), silent())
                        .failures(MAILBOX))
                .isEqualTo(1);
        var dead = history(
                silent(), silent(), silent(), silent(), silent(), answered().to(DEPUTY));
        assertThat(dead.isDead(WITH_DEPUTY)).isTrue();
        assertThat(dead.rung(WITH_DEPUTY)).isEqualTo(Question.Rung.DEPUTY);
    }

    @Test
    void aCorrectedMailboxBeginsAnew() {
        var dead = history(silent(), silent(), silent(), silent(), silent());
        var corrected = new Authority.Reach(ZoneOffset.UTC, List.of(), null, true, "nueva@fiscalia.example");
        assertThat(dead.rung(corrected)).isEqualTo(Question.Rung.MAILBOX);
    }

    @Test
    void whatNeverLeftSaysNothingAboutTheAuthority() {
        assertThat(history(silent(), silent(), silent(), silent(), notSent()).failures(MAILBOX))
                .isEqualTo(4);
        assertThat(history(notSent()).isDue(UpkeepSettings.USUAL, null, TODAY)).isTrue();
    }

    @Test
    void asksAgainAMonthAfterAnAnswerAWeekAfterAFailureAndNeverWhileTheLinkWorks() {
        assertThat(due(answered().ago(29), null)).isFalse();
        assertThat(due(answered().ago(30), null)).isTrue();
        assertThat(due(cameBack().ago(6), null)).isFalse();
        assertThat(due(cameBack().ago(7), null)).isTrue();
        assertThat(due(open(), null)).isFalse();
        assertThat(due(silent(), null)).isTrue();
    }

    @Test
    void asksOnceMoreAFortnightBeforeTheEntryExpires() {
        var expires = TODAY.plusDays(14);
        assertThat(due(answered().ago(20), expires)).isTrue();
        assertThat(due(answered().ago(20), expires.plusDays(1))).isFalse();
        assertThat(due(answered().ago(0), expires)).as("asked since then").isFalse();
    }

    @Test
    void asksNobodyWhenTheOperatorSaysSo() {
        var off = new UpkeepSettings(
                Duration.ZERO,
                Duration.ofDays(7),
                Duration.ofDays(14),
                Duration.ZERO,
                Duration.ofHours(24),
                Duration.ofMinutes(10));
        assertThat(history().isDue(off, TODAY, TODAY)).isFalse();
    }

    private static boolean due(Asked asked, @Nullable LocalDate expires) {
        return history(asked).isDue(UpkeepSettings.USUAL, expires, TODAY);
    }

    /** @param oldestFirst as they happened */
    private static History history(Asked... oldestFirst) {
        var questions = new ArrayList<Question>();
        for (var asked : oldestFirst) {
            questions.add(asked.question(questions.size() + 1));
        }
        Collections.reverse(questions);
        return new History(questions, NOW);
    }

    private static Asked silent() {
        return new Asked(MAILBOX, 20, false, new Notices.Fate(NOW, null, false, ""));
    }

    private static Asked open() {
        return silent().ago(13);
    }

    private static Asked cameBack() {
        return new Asked(MAILBOX, 20, false, new Notices.Fate(NOW, NOW, false, "5.1.1"));
    }

    private static Asked notSent() {
        return new Asked(MAILBOX, 20, false, new Notices.Fate(null, null, true, "not sent within a day"));
    }

    private static Asked answered() {
        return new Asked(MAILBOX, 20, true, null);
    }

    private record Asked(String recipient, int days, boolean answered, Notices.@Nullable Fate fate) {

        Asked to(String other) {
            return new Asked(other, days, answered, fate);
        }

        Asked ago(int since) {
            return new Asked(recipient, since, answered, fate);
        }

        Question question(int number) {
            var at = NOW.minus(Duration.ofDays(days));
            return new Question(
                    new UUID(0, number),
                    "pry-fiscalia",
                    Question.Purpose.ENTRY,
                    number,
                    recipient.equals(DEPUTY) ? Question.Rung.DEPUTY : Question.Rung.MAILBOX,
                    recipient,
                    at,
                    at.plus(Duration.ofDays(14)),
                    answered ? new Question.Answer(Question.Verdict.RIGHT, at) : null,
                    fate);
        }
    }
}
