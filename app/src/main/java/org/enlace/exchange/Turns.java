package org.enlace.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells of a request whose turn it is. */
@FunctionalInterface
interface Turns {

    /** Null when nothing is waited for. */
    @Nullable
    Turn of(Request request, Instant now);
}
