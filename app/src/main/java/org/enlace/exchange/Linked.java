package org.enlace.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.procedure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A request in a chain: one that was begun, extended, followed up.
 *
 * @param measure what it asks for
 * @param asked the state that it asks
 * @param earlier the one that it continues; null for the first of the chain
 * @param until the last day guaranteed, in the requested authority's zone; null before preservation
 */
public record Linked(
        UUID id,
        String reference,
        String measure,
        StateCode asked,
        boolean extension,
        @Nullable UUID earlier,
        Stage stage,
        @Nullable LocalDate until) {}
