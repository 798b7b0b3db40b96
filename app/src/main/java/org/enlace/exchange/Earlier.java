package org.enlace.exchange;

import java.util.UUID;

/** A request that was sent and executed, which a new one cites and asks to prolong. */
public record Earlier(UUID request, String reference) {}
