package org.enlace.states;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as its source: a day, a month or a year. It counts from its last day, so that nothing is claimed before it is certain. Days are those of the
 * depositary or author of the source; they have no zone.
 */
public record FactDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public FactDate {
        if (month == null && day != null) {
            throw new DateTimeException("a day without its month");
        }
        if (month != null) {
            YearMonth.of(year, month);
            LocalDate.of(year, month, day == null ? 1 : day);
        }
    }

    /** Reads {@code 2018-06-30}, {@code 2018-06} or {@code 2018}; empty when it is none of them or no such day exists. */
    public static Optional<FactDate> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new FactDate(Integer.parseInt(form.group(1)), number(form.group(2)), number(form.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static FactDate of(LocalDate day) {
        return new FactDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** The first day it may have been. */
    public LocalDate first() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day it may have been: the one it counts from. */
    public LocalDate last() {
        if (day != null) {
            return first();
        }
        return month == null
                ? LocalDate.of(year, 12, 31)
                : YearMonth.of(year, month).atEndOfMonth();
    }

    public boolean isExact() {
        return day != null;
    }

    /** Whether it certainly was on this day or before. */
    public boolean countsOn(LocalDate on) {
        return !last().isAfter(on);
    }

    /** As this language writes it, as exact as it is: "22 Sep 2017", "September 2017", "2017". */
    public String in(Words words) {
        if (day != null) {
            return words.date(first());
        }
        return month == null ? Integer.toString(year) : words.month(year, month);
    }

    /** The form in which it is stored and exchanged: ISO 8601, cut where knowledge ends. */
    @Override
    public String toString() {
        var text = "%04d".formatted(year);
        if (month != null) {
            text += "-%02d".formatted(month);
        }
        return day == null ? text : text + "-%02d".formatted(day);
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }
}
