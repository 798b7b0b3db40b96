package org.enlace.exchange;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, to do what, by when.
 *
 * @param due the last moment, or null when no period runs
 */
public record Turn(Side side, Task task, @Nullable Instant due) {

    /** What is waited for. */
    public enum Task {
        OPEN,
        TAKE_IN_CHARGE,
        /** Preserve the data, or say why not. */
        EXECUTE,
        ANSWER,
        /** After a notice under Art. 29(6): go on nevertheless, or withdraw. */
        DECIDE,
        /** The guarantee ends soon: extend it, or send the request for mutual assistance. */
        FOLLOW_UP;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
