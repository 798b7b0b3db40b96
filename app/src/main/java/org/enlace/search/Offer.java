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

    /** The thing as it is now; empty when there is no such thing, or it is not for everybody. */
    Optional<Findable> find(String key);
}
