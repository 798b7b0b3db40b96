package org.enlace.keys;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things that only the key of an authority opens, contributed by a room as a bean, to be counted: what could not be read any more if that key were lost. Nothing is
 * opened for it, and nothing ever touches what is counted.
 *
 * @param room the package's last name, whose words hold {@code sentence}: with the number, the day of the oldest and of the newest
 * @param tally by the authority's id
 */
public record SealedThings(String room, String sentence, Function<String, Tally> tally) {

    /**
     * @param oldest null where there is none
     * @param newest null where there is none
     */
    public record Tally(
            int count, @Nullable Instant oldest, @Nullable Instant newest) {}
}
