package org.enlace.resolver;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one state needs of another.
 *
 * @param offence what the case is about, or null when it was not said
 * @param urgent whether it cannot wait for the ordinary way
 */
public record Need(Measure measure, @Nullable Offence offence, boolean urgent) {

    public static Need of(Measure measure) {
        return new Need(measure, null, false);
    }

    /** An emergency and a preservation are urgent by nature. */
    public boolean isUrgent() {
        return urgent || measure == Measure.EMERGENCY || measure == Measure.PRESERVATION;
    }

    /** Whether the case may lie among these offences: an empty list sets no limit, an offence not said none either. */
    boolean mayBeAmong(List<Offence> offences) {
        return offence == null || offences.isEmpty() || offences.contains(offence);
    }

    Optional<Offence> about() {
        return Optional.ofNullable(offence);
    }
}
