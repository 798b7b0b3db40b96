package org.enlace.reminders;

import java.time.Instant;

/**
 * A step that was taken.
 *
 * @param at by the server's clock
 * @param mailed how many mails it queued; 0 where nobody could be reached, or a later step came due at the same look
 */
record Taken(Step step, Instant at, int mailed) {}
