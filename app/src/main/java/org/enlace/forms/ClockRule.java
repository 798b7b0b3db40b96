package org.enlace.forms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.enlace.Multilingual;
import org.jspecify.annotations.Nullable;

/**
 * A period that runs for a request.
 *
 * @param side whose duty it is
 * @param task the kind of act that is due
 * @param starts the kind of act with which it begins
 * @param stops the kinds of act that end it
 * @param length ISO 8601: {@code PT30M}, {@code P60D}
 * @param urgency only for requests of that urgency; null for both
 * @param instrument only for requests under that instrument; null for all
 * @param rests the article that sets the period; without one it is our own
 * @param under for an aim of ours: the articles that set the duty and no period, each of an instrument that the form serves and shown under that one only
 * @param model for an aim of ours: where its length was taken from
 */
public record ClockRule(
        String id,
        Side side,
        String task,
        String starts,
        List<String> stops,
        String length,
        Days days,
        Kind kind,
        @Nullable Urgency urgency,
        @Nullable String instrument,
        Form.Basis rests,
        @Nullable List<Form.Basis> under,
        @Nullable Model model,
        Multilingual label) {

    @Override
    public List<Form.Basis> under() {
        return under == null ? List.of() : under;
    }

    /** A {@link Period} of days where days are counted, else a {@link Duration}. @throws java.time.DateTimeException when it is neither */
    public TemporalAmount amount() {
        return length.startsWith("PT") ? Duration.parse(length) : Period.parse(length);
    }

    /** An article that sets such a period between others, and binds nobody here. */
    public record Model(Multilingual article, Form.Mark mark) {}

    public enum Side {
        @JsonProperty("requesting")
        REQUESTING,
        @JsonProperty("requested")
        REQUESTED
    }

    public enum Days {
        @JsonProperty("calendar")
        CALENDAR,
        /** Of the state whose duty it is. */
        @JsonProperty("working")
        WORKING,
        /** Day and night. */
        @JsonProperty("always")
        ALWAYS
    }

    public enum Kind {
        /** An aim of ours or of practice. */
        @JsonProperty("target")
        TARGET,
        /** What is guaranteed at least. */
        @JsonProperty("floor")
        FLOOR,
        /** What may not be exceeded. */
        @JsonProperty("ceiling")
        CEILING
    }

    public enum Urgency {
        @JsonProperty("urgent")
        URGENT,
        @JsonProperty("ordinary")
        ORDINARY
    }
}
