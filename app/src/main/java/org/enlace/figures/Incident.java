package org.enlace.figures;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A preservation that ran out, and about which nobody has decided.
 *
 * @param authority the requesting one by its id
 * @param name the same in the reader's language
 * @param last the last minute that was guaranteed
 * @param zone in which that day ended
 */
record Incident(String reference, String authority, String name, Instant last, ZoneId zone, boolean extensionAsked) {}
