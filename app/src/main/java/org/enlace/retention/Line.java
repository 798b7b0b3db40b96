package org.enlace.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.exchange.Holding.Obstacle;
import org.enlace.retention.Prospect.Verdict;
import org.enlace.ui.Words;

/**
 * A request on a list, as people read it.
 *
 * @param title of its form
 * @param other the state on the other side
 * @param zone the reader's
 */
record Line(Prospect prospect, String title, String other, ZoneId zone) {

    static Line of(Prospect prospect, Labels labels, ZoneId zone, Language language) {
        var holding = prospect.holding();
        return new Line(prospect, labels.title(holding, language), labels.state(holding.other(), language), zone);
    }

    UUID id() {
        return prospect.request();
    }

    String reference() {
        return prospect.holding().reference();
    }

    String direction(Words words) {
        return words.say(prospect.holding().outgoing() ? "line.to" : "line.from", other);
    }

    String last(Words words) {
        return day(prospect.holding().last(), words);
    }

    /** What is to become of it, and why. */
    String fate(Words words) {
        var verdict = prospect.verdict();
        return switch (verdict) {
            case HELD, FOR_EVER, PROPOSED, MAY_GO -> words.say("fate." + verdict.code());
            case NOT_YET ->
                prospect.holding().isOpen()
                        ? why(words)
                        : words.say("fate.not-yet", day(Objects.requireNonNull(prospect.due()), words));
            case ANNOUNCED -> words.say("fate.announced", day(Objects.requireNonNull(prospect.from()), words));
            case OPEN -> why(words);
        };
    }

    /** The first thing that stands in the way: whoever settles it sees the next. */
    String why(Words words) {
        return prospect.holding().obstacles().stream()
                .findFirst()
                .map(Obstacle::code)
                .map(code -> words.say("obstacle." + code))
                .orElseGet(() -> words.say(prospect.verdict() == Verdict.HELD ? "fate.held" : "fate.not-yet.any"));
    }

    String day(Instant at, Words words) {
        return words.date(at.atZone(zone).toLocalDate());
    }
}
