package org.enlace.search;

import java.util.Optional;
import java.util.stream.Stream;

/** One kind of thing that a room lets everybody find, contributed as a bean. Only what the public may see is offered. */
public interface Offer {

    /** Short and stable: {@code treaty}. The room's words have {@code found.<kind>}, how such a thing is called. */
    String kind();

    /** The package's last name. */
    String room();

    Stream<Findable> all();

    /** Whether search engines are told of these things. Not where they are persons: what is over stays in their copies. */
    default boolean isForCrawlers() {
        return true;
    }

    /** The thing as it is now; empty when there is no such thing, or it is not for everybody. */
    Optional<Findable> find(String key);
}
