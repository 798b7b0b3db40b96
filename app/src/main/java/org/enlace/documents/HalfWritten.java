package org.enlace.documents;

import java.util.UUID;

/** What is half written may name files that no act has brought yet, sealed, so that the host cannot see which. The room in which it is written knows that it is there. */
public interface HalfWritten {

    /** Whether this authority has anything half written about the request: its draft, or an act that nobody signed yet. */
    boolean isThere(UUID request, String authority);
}
