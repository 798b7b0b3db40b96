package org.enlace.reminders;

import java.time.ZoneId;
import java.util.List;
import org.enlace.ui.Part;

/**
 * The steps that were taken for a request; nothing at all where there are none.
 *
 * @param zone in which the duty lies
 */
record RemindersPart(List<Taken> steps, ZoneId zone) implements Part {}
