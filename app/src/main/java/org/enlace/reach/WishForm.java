package org.enlace.reach;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A wish as somebody chooses it, the hours on the clocks of whoever gets the letters.
 *
 * @param begins of the quiet hours
 * @param ends of the quiet hours
 * @param hour of the one letter a day
 */
record WishForm(String manner, String begins, String ends, String hour) {

    WishForm {
        manner = text(manner);
        begins = text(begins);
        ends = text(ends);
        hour = text(hour);
    }

    /** With hours that many would choose, so that choosing a manner is enough. */
    static WishForm of(Wish wish) {
        var usual = new WishForm(wish.manner().code(), "20:00", "07:00", "08:00");
        return switch (wish) {
            case Wish.AtOnce now -> usual;
            case Wish.NotAtNight night ->
                new WishForm(
                        usual.manner, night.from().toString(), night.until().toString(), usual.hour);
            case Wish.OnceADay day ->
                new WishForm(usual.manner, usual.begins, usual.ends, day.hour().toString());
        };
    }

    /** The wish, or nothing where something of it is wrong; what is not asked for in this manner is not looked at. */
    Optional<Wish> read(Errors problems) {
        return switch (Wish.Manner.of(manner)) {
            case AT_ONCE -> Optional.of(new Wish.AtOnce());
            case NOT_AT_NIGHT -> night(problems);
            case ONCE_A_DAY -> time("hour", hour, problems).map(Wish.OnceADay::new);
        };
    }

    private Optional<Wish> night(Errors problems) {
        var from = time("begins", begins, problems);
        var until = time("ends", ends, problems);
        if (from.isPresent() && from.equals(until)) {
            problems.rejectValue("ends", "ends", "letters.ends.same");
            return Optional.empty();
        }
        return from.flatMap(begin -> until.map(end -> new Wish.NotAtNight(begin, end)));
    }

    private static Optional<LocalTime> time(String field, String typed, Errors problems) {
        try {
            return Optional.of(LocalTime.parse(typed));
        } catch (DateTimeParseException wrong) {
            problems.rejectValue(field, field, "letters.time.wrong");
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
