package org.enlace.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of an evidence package came to.
 *
 * @param reasons why it is not valid or cannot be told; empty for a valid package
 * @param notes what a reader should know although it changes nothing
 * @param contents what the package says, or null when it could not be read so far
 */
record Judgement(
        Verdict verdict,
        List<Reason> reasons,
        List<Reason> notes,
        @Nullable Contents contents) {
    enum Verdict {
        VALID(0),
        NOT_VALID(1),
        CANNOT_TELL(2);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /**
     * A summary for people.
     *
     * @param logKey the key the package was checked with
     * @param given whether that key was given by the reader, and not taken from the package
     */
    record Contents(
            String reference,
            String request,
            Instant made,
            Checkpoint checkpoint,
            LogKey logKey,
            boolean given,
            List<Line> acts,
            List<Line> receipts,
            List<Told> reminders,
            int statements,
            int documents,
            long enclosed) {}

    /** One act or receipt: the server's time, the word for it, whose it is, its index in the log. */
    record Line(Instant at, String word, String authority, long index) {}

    /** What was told while nothing happened, and its index in the log. */
    record Told(Reminder reminder, long index) {}

    static Judgement cannotTell(Reason reason) {
        return new Judgement(Verdict.CANNOT_TELL, List.of(reason), List.of(), null);
    }
}
