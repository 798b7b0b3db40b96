package org.enlace.exchange;

import java.time.Instant;
import java.util.Locale;
import org.enlace.procedure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A request that continues another one, as somebody sees it who has a part in that other one only: that there is one, since when, and whether it is decided. Neither its
 * reference nor what it asks.
 *
 * @param requesting the id of the authority that sent it
 * @param receivedAt when it was delivered to the authority it was sent to
 * @param decidedAt null as long as it is open
 */
public record Sequel(
        String requesting,
        Instant receivedAt,
        Outcome outcome,
        @Nullable Instant decidedAt) {

    /** What became of it. */
    public enum Outcome {
        OPEN,
        REFUSED,
        ANSWERED,
        /** By whoever sent it: closed, or withdrawn. */
        CLOSED;

        /** The word in the keys of words. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(Stage stage) {
            return switch (stage) {
                case DECLINED -> REFUSED;
                case ANSWERED, RECEIVED -> ANSWERED;
                case CLOSED, WITHDRAWN, LAPSED -> CLOSED;
                default -> OPEN;
            };
        }
    }
}
