package org.enlace.exchange;

import java.util.UUID;
import org.enlace.StateCode;

/** A request that was sent and executed, which a new one to the same authority cites and asks to prolong. */
public record Earlier(UUID request, String reference, StateCode requestedState, String requestedAuthority) {}
