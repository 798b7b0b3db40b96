package org.enlace.resolver;

import java.time.LocalDate;
import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.states.State;

/**
 * The answer to "whom do I ask?".
 *
 * @param counterparts services of the requested state that can be spoken to without a request under a treaty: see {@link Measure#counterparts}
 * @param serving channels that serve, best first
 * @param notServing every other instrument in our data, each with its reason
 */
public record Advice(
        State from,
        State to,
        Need need,
        LocalDate on,
        List<Authority> counterparts,
        List<Channel> serving,
        List<Channel> notServing) {

    public Measure measure() {
        return need.measure();
    }

    /** The answer in one word; the words are {@code verdict.<NAME>}. */
    public Verdict verdict() {
        return serving.isEmpty()
                ? Verdict.NONE
                : switch (serving.getFirst().rule().use()) {
                    case DIRECT -> Verdict.DIRECT;
                    case CONDITIONAL -> Verdict.CONDITIONAL;
                    case FOLLOW_UP, TRANSMISSION, NONE -> Verdict.ONLY_FOLLOW_UP;
                };
    }

    /** What the advice comes down to. */
    public enum Verdict {
        /** An instrument made for the measure binds both. */
        DIRECT,
        /** None made for it; one that serves cases of a certain kind. */
        CONDITIONAL,
        /** Nothing for the measure itself, only for the formal request that follows. */
        ONLY_FOLLOW_UP,
        /** No instrument in our data. */
        NONE
    }
}
