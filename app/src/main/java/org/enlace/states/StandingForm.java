package org.enlace.states;

import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a state stands from a day on, as somebody of the secretariat types it; {@code NONE} for a state that is no longer a member. */
record StandingForm(
        @Pattern(
                regexp = "TAKING_PART|SUSPENDED|NOT_TAKING_PART|DISPUTED|NONE",
                message = "standing.new.standing.missing")
        String standing,

        @Pattern(regexp = "\\d{4}(-\\d{2}(-\\d{2})?)?", message = "standing.new.since.wrong")
        String since) {

    /** A field that was not sent is empty. */
    StandingForm {
        standing = Objects.requireNonNullElse(standing, "").strip();
        since = Objects.requireNonNullElse(since, "").strip();
    }

    static StandingForm empty() {
        return new StandingForm("", "");
    }

    @Nullable
    Standing read() {
        return standing.equals("NONE") ? null : Standing.valueOf(standing);
    }
}
