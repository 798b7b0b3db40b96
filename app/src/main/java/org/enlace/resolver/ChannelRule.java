package org.enlace.resolver;

import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.directory.Function;
import org.enlace.treaties.Mark;

/**
 * What an instrument is good for, for one measure.
 *
 * @param articles those it rests on
 * @param functions that fit, best first; empty when nobody is to be addressed under it
 * @param likely kinds of institution to show, best first, where none is designated
 * @param watch articles whose declarations and reservations matter here
 * @param mark how far the rule was checked against the text
 * @param reason the words {@code channel.<reason>}
 * @param offences it serves; empty for all
 * @param form the form of ours that serves the measure under the instrument, by name, or empty
 * @param source the id of a {@link org.enlace.states.Source}, or empty
 */
public record ChannelRule(
        Measure measure,
        String instrument,
        Use use,
        List<String> articles,
        List<Function> functions,
        List<Authority.Kind> likely,
        List<String> watch,
        Mark mark,
        String reason,
        List<Offence> offences,
        String form,
        String source) {

    /** Whether a request can be written here. */
    public boolean hasForm() {
        return !form.isEmpty();
    }

    /** How it serves, best first; the words are {@code use.<NAME>}. */
    public enum Use {
        /** Made for the measure. */
        DIRECT,
        /** Serves when the case lies within the instrument's scope, which the request has to show. */
        CONDITIONAL,
        /** Serves the formal request that has to follow, not the measure itself. */
        FOLLOW_UP,
        /** Carries requests made under another instrument. */
        TRANSMISSION,
        NONE;

        public boolean serves() {
            return this != NONE;
        }
    }
}
