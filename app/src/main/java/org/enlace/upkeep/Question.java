package org.enlace.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.enlace.notices.Notices;
import org.jspecify.annotations.Nullable;

/**
 * A question to an authority and what became of it by now.
 *
 * @param number counts the questions of this purpose to this authority, from 1 on
 * @param recipient the mailbox it went to; empty for the coordinators, each of whom has an address
 * @param answer null as long as nobody answered
 * @param fate what became of its mail; null for those to the coordinators
 */
record Question(
        UUID id,
        String authority,
        Purpose purpose,
        int number,
        Rung rung,
        String recipient,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Answer answer,
        Notices.@Nullable Fate fate) {

    Question with(Notices.@Nullable Fate became) {
        return new Question(id, authority, purpose, number, rung, recipient, askedAt, expiresAt, answer, became);
    }

    /** Names the effect of its mail. */
    String effectKey() {
        return "upkeep/" + id;
    }

    Outcome outcome(Instant now) {
        if (answer != null) {
            return Outcome.ANSWERED;
        }
        if (rung == Rung.COORDINATORS) {
            return Outcome.OPEN;
        }
        if (fate != null && fate.cameBackAt() != null) {
            return Outcome.CAME_BACK;
        }
        var over = !now.isBefore(expiresAt);
        if (fate == null || fate.sentAt() == null) {
            return over || (fate != null && fate.givenUp()) ? Outcome.NOT_SENT : Outcome.OPEN;
        }
        return over ? Outcome.SILENCE : Outcome.OPEN;
    }

    /** When the mail left; until then, when it was asked. */
    Instant since() {
        var sent = fate == null ? null : fate.sentAt();
        return sent == null ? askedAt : sent;
    }

    /** From the mail's leaving to the answer, or null when there is none. */
    @Nullable
    Duration timeToAnswer() {
        return answer == null ? null : Duration.between(since(), answer.at());
    }

    /** What is asked. */
    enum Purpose {
        /** Is the entry still right? */
        ENTRY,
        /** Is somebody there? */
        DRILL
    }

    /** Who is asked. */
    enum Rung {
        MAILBOX,
        DEPUTY,
        COORDINATORS
    }

    /** What was answered. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** To a drill. */
        PRESENT
    }

    record Answer(Verdict verdict, Instant at) {}

    /** What became of it. */
    enum Outcome {
        /** On its way, or its link still works. */
        OPEN,
        ANSWERED,
        /** The recipient's mail server refused it for good. */
        CAME_BACK,
        /** Nobody answered while the link worked. */
        SILENCE,
        /** It never left this installation, which says nothing about the authority. */
        NOT_SENT;

        boolean isFailure() {
            return this == CAME_BACK || this == SILENCE;
        }
    }
}
