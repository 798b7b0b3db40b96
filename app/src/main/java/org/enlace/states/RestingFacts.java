package org.enlace.states;

import java.util.Map;

/** What a room's facts rest on, for the page that credits all sources. Rooms contribute one for each kind of fact. */
public interface RestingFacts {

    /** The package's last name, whose words hold {@link #key}. */
    String room();

    /** The words for a number of such facts: {@code {0, plural, one {# designation} other {# designations}}}. */
    String key();

    /** How many facts rest on each source, by the source's id. */
    Map<String, Long> countBySource();
}
