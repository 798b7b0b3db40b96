package org.enlace.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which order the rows of the desk stand, where somebody chose one.
 *
 * @param down whether the last comes first
 */
record DeskOrder(By by, boolean down) {

    /** What rows can be ordered by. */
    enum By {
        DUE,
        KIND,
        STATE,
        REFERENCE,
        ARRIVED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What is wanted first: of what arrived the newest, of everything else the beginning. */
        DeskOrder first() {
            return new DeskOrder(this, this == ARRIVED);
        }
    }

    static Optional<DeskOrder> parse(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        var down = code.startsWith("-");
        var wanted = down ? code.substring(1) : code;
        return Arrays.stream(By.values())
                .filter(by -> by.code().equals(wanted))
                .findFirst()
                .map(by -> new DeskOrder(by, down));
    }

    /** As it stands in an address: {@code due}, {@code -arrived}. */
    String code() {
        return (down ? "-" : "") + by.code();
    }

    DeskOrder reversed() {
        return new DeskOrder(by, !down);
    }

    /** As {@code aria-sort} says it. */
    String aria() {
        return down ? "descending" : "ascending";
    }

    /** For the database; what is alike stands in the order in which it arrived. */
    String sql() {
        var direction = down ? " desc" : "";
        var what = switch (by) {
            case DUE -> "runs_until" + direction + " nulls last";
            case KIND, STATE -> "place" + direction;
            // The number is not filled up with zeros for ever: PRY-2026-10000 comes after PRY-2026-9999.
            case REFERENCE ->
                "left(reference, 8)" + direction + ", length(reference)" + direction + ", reference" + direction;
            case ARRIVED -> "sent_at" + direction;
        };
        return what + ", sent_at, id";
    }
}
