package org.enlace.directory;

import java.time.LocalDate;
import java.util.List;
import org.enlace.states.FactDate;
import org.enlace.states.Span;
import org.jspecify.annotations.Nullable;

/**
 * An authority named for a function under an instrument, as one source has it.
 *
 * @param article as the source gives it; may be empty
 * @param languages BCP 47 tags of the languages it takes requests in under this instrument; empty when no source says
 * @param span from when until when, as far as known
 * @param evidence how strong the source is, or null for samples
 * @param source the id of a {@link org.enlace.states.Source}, or empty for samples
 * @param seen the date of the source, or null when it bears none
 * @param note what the source says, in English; may be empty
 */
public record Designation(
        String authority,
        String instrument,
        Function function,
        String article,
        List<String> languages,
        Span span,
        @Nullable Evidence evidence,
        String source,
        @Nullable FactDate seen,
        String note,
        boolean sample) {

    /**
     * Whether it is recorded for this day: begun and not ended; without a beginning, from the date of its source on; with neither, its age is unknown and it
     * counts while it has not ended, shown as undated.
     */
    public boolean isRecordedOn(LocalDate day) {
        return span.covers(day) && (span.since() != null || seen == null || seen.countsOn(day));
    }

    /** Whether nobody can say how old it is. */
    public boolean isUndated() {
        return span.since() == null && seen == null;
    }

    /** The stronger evidence first; samples, which have none, last. */
    public static int compareStrength(Designation one, Designation other) {
        var mine = one.evidence;
        var theirs = other.evidence;
        return mine == null || theirs == null ? Boolean.compare(mine == null, theirs == null) : mine.compareTo(theirs);
    }

    /** How strong a source is, strongest first; the words are {@code evidence.<NAME>}. */
    public enum Evidence {
        /** What the state notified to the depositary. */
        NOTIFICATION,
        /** The state's own law or statement. */
        OWN_STATEMENT,
        /** What another state's central authority tells its own courts. */
        FOREIGN_GUIDANCE,
        REVIEW_SUMMARY,
        PRESS_OR_COPY
    }
}
