package org.enlace.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number that changes on certain days, drawn as steps. Draw it with {@code @template.ui.StepChart(…)}, with the table of its figures beneath: the picture alone
 * says nothing to who cannot see it.
 *
 * @param steps the days on which it changed, oldest first; at least one
 * @param most what it could be at most; the line of the top
 * @param until the last day shown
 */
public record StepChart(List<Step> steps, long most, LocalDate until) {

    static final int WIDTH = 640;
    static final int HEIGHT = 220;
    private static final int LEFT = 36;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;

    public record Step(LocalDate day, long number) {}

    /** A mark on an axis: where it is and what it says. */
    record Mark(int at, String text) {}

    int left() {
        return LEFT;
    }

    int right() {
        return WIDTH - RIGHT;
    }

    int bottom() {
        return HEIGHT - BOTTOM;
    }

    /** The line, as the path of an SVG. */
    String path() {
        var path = new StringBuilder("M").append(LEFT).append(' ').append(y(0));
        for (var step : steps) {
            path.append(" H").append(x(step.day())).append(" V").append(y(step.number()));
        }
        return path.append(" H").append(right()).toString();
    }

    /** The same, closed at the foot. */
    String area() {
        return path() + " V" + bottom() + " H" + LEFT + " Z";
    }

    List<Mark> rows() {
        var every = Math.max(1, nice(Math.max(most, 1)));
        var marks = new ArrayList<Mark>();
        for (var number = 0L; number <= most; number += every) {
            marks.add(new Mark(y(number), Long.toString(number)));
        }
        return marks;
    }

    /** At most six years, evenly apart. */
    List<Mark> years() {
        var first = from().getYear() + 1;
        var last = until.getYear();
        var every = Math.max(1, (last - first) / 6 + 1);
        return IntStream.iterate(first, year -> year <= last, year -> year + every)
                .mapToObj(year -> new Mark(x(LocalDate.of(year, 1, 1)), Integer.toString(year)))
                .toList();
    }

    private static long nice(long most) {
        return most <= 5 ? 1 : most <= 12 ? 2 : most <= 25 ? 5 : 10;
    }

    private LocalDate from() {
        return steps.getFirst().day().withDayOfYear(1);
    }

    private int x(LocalDate day) {
        var whole = Math.max(1, ChronoUnit.DAYS.between(from(), until));
        return LEFT + (int) (ChronoUnit.DAYS.between(from(), day) * (right() - LEFT) / whole);
    }

    private int y(long number) {
        return bottom() - (int) (number * (bottom() - TOP) / Math.max(1, most));
    }
}
