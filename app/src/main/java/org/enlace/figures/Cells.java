package org.enlace.figures;

import java.time.Duration;
import java.util.List;
import org.enlace.figures.FigureTable.Cell;
import org.enlace.ui.BarChart.Bar;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/** Numbers as a reader of one language sees them, as far as they may be told. */
record Cells(Disclosure disclosure, Words words) {

    private static final String HIDDEN = "<" + Disclosure.LEAST;

    static Cell name(String text, String... codes) {
        return new Cell(text, List.of(codes));
    }

    Cell count(long number) {
        var told = disclosure.count(number);
        return told.isPresent()
                ? new Cell(words.number(told.getAsLong()), List.of(Long.toString(told.getAsLong())))
                : new Cell(words.say("hidden"), List.of(HIDDEN));
    }

    @Nullable
    Bar bar(String label, long number) {
        var told = disclosure.count(number);
        return told.isPresent()
                ? new Bar(label, told.getAsLong(), told.getAsLong(), words.number(told.getAsLong()))
                : null;
    }

    Cell percent(long part, long whole) {
        var told = disclosure.percent(part, whole);
        return told.isPresent()
                ? new Cell(words.say("percent", told.getAsLong()), List.of(Long.toString(told.getAsLong())))
                : new Cell(none(), List.of(""));
    }

    /** Median and the ninetieth percentile in one cell, in two columns of the file. */
    Cell both(Spread spread) {
        return disclosure
                .spread(spread)
                .map(told -> new Cell(
                        words.say("both", period(told.median()), period(told.most())),
                        List.of(seconds(told.median()), seconds(told.most()))))
                .orElseGet(() -> new Cell(none(), List.of("", "")));
    }

    Cell one(Spread spread, Duration period) {
        return disclosure.spread(spread).isPresent()
                ? new Cell(period(period), List.of(seconds(period)))
                : new Cell(none(), List.of(""));
    }

    @Nullable
    Bar bar(String label, Spread spread) {
        return disclosure
                .spread(spread)
                .map(told -> new Bar(
                        label,
                        told.median().toSeconds(),
                        told.most().toSeconds(),
                        words.say("both", period(told.median()), period(told.most()))))
                .orElse(null);
    }

    /** As exact as it is of use: minutes, hours, then days. */
    String period(Duration period) {
        if (period.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.say("period.none");
        }
        if (period.compareTo(Duration.ofMinutes(90)) < 0) {
            return words.say("period.minutes", period.toMinutes());
        }
        if (period.compareTo(Duration.ofDays(2)) < 0) {
            return words.say("period.hours", tenths(period, Duration.ofHours(1)));
        }
        return words.say("period.days", tenths(period, Duration.ofDays(1)));
    }

    /** In place of what is no number of requests: a period, a share. */
    private String none() {
        return words.say(disclosure == Disclosure.WHOLE ? "no-value" : "hidden.value");
    }

    private static double tenths(Duration period, Duration unit) {
        return Math.round(10.0 * period.toSeconds() / unit.toSeconds()) / 10.0;
    }

    private static String seconds(Duration period) {
        return Long.toString(period.toSeconds());
    }
}
