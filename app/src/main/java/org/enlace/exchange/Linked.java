package org.enlace.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that another one extends, or that extends it.
 *
 * @param later whether it is the extension
 * @param until the last day guaranteed, in the requested authority's zone; null before preservation
 */
public record Linked(
        UUID id,
        String reference,
        boolean later,
        Stage stage,
        @Nullable LocalDate until) {}
