package org.enlace.reminders;

import java.time.Instant;
import org.enlace.exchange.Reminded.Said;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param at by the server's clock
 * @param said what the host signed of it; null for steps taken before it signed any
 */
record Taken(Step step, Instant at, @Nullable Said said) {}
