package org.enlace.states;

import org.jspecify.annotations.Nullable;

/**
 * What a fact was read from.
 *
 * @param kind {@code depositary-page}, {@code government}, {@code law}, {@code press} …
 * @param address where it was read; a web address or words, may be empty
 * @param asOf the date the source bears
 */
public record Source(
        String id,
        String kind,
        String title,
        String address,
        @Nullable FactDate asOf,
        String note) {

    /** Whether the address can be followed. Anything but http and https is shown as text. */
    public boolean isWebAddress() {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
