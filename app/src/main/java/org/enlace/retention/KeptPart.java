package org.enlace.retention;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.enlace.ui.Option;
import org.enlace.ui.Part;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * On the page of a request: until when the reader's authority keeps it, what holds it, or that it went. Nothing where the authority never had anything to keep.
 *
 * @param line null when the authority keeps nothing of it
 * @param zone the reader's
 */
record KeptPart(UUID request, @Nullable Line line, List<HoldLine> holds, List<Deletion.Shown> deletions, ZoneId zone)
        implements Part {

    /** @param by the function of whoever put it there */
    record HoldLine(Hold hold, String by) {}

    boolean isAnything() {
        return line != null || !deletions.isEmpty();
    }

    /** When it went, by whose decision. */
    String say(Deletion.Shown shown, Words words) {
        return words.say(
                "kept.gone",
                words.momentIn(shown.deletion().at(), zone),
                shown.proposer(),
                shown.approver(),
                words.say("ground." + shown.deletion().ground().code()));
    }

    String day(HoldLine line, Words words) {
        return words.date(line.hold().at().atZone(zone).toLocalDate());
    }

    static List<Option> grounds(Words words) {
        return Arrays.stream(Hold.Ground.values())
                .map(ground -> Option.of(ground.code(), words.say("hold.ground." + ground.code())))
                .toList();
    }
}
