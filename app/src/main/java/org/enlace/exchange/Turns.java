package org.enlace.exchange;

import java.time.Instant;
import org.enlace.procedure.Request;
import org.enlace.procedure.Turn;
import org.jspecify.annotations.Nullable;

/** Tells of a request whose turn it is. */
interface Turns {

    /** Null when nothing is waited for. */
    @Nullable
    Turn of(Request request, Instant now);

    /** By when it should be said how it stands; null while nobody asks, or where its form sets no time for it. */
    @Nullable
    Instant progressDue(Request request);

    /** By when what was given should be received; null where nothing waits of which the requesting side has said nothing. */
    @Nullable
    Instant receiveDue(Request request);
}
