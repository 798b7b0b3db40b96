package org.enlace.desk;

import java.time.Instant;
import java.util.List;
import org.enlace.exchange.Deadline;
import org.enlace.exchange.Targets;
import org.enlace.forms.Circumstances;
import org.enlace.procedure.Turn;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands at a moment.
 *
 * @param targets of this installation
 * @param turn whose it is, or null when nothing is waited for
 * @param deadlines the periods of its profile, as they run
 * @param instrument its short name in the reader's language
 * @param answers the definition of the messages of its acts
 */
record Situation(
        Instant now,
        Targets targets,
        @Nullable Turn turn,
        List<Deadline> deadlines,
        String instrument,
        String answers,
        Circumstances circumstances) {

    /** The names that hold, as the page hands them to the browser. */
    String facts() {
        return String.join(" ", circumstances.hold());
    }
}
