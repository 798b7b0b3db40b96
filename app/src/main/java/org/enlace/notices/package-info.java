/**
 * What the platform tells people outside itself, by mail. A <em>notice</em> is queued in the transaction of the act it tells of and sent later from the
 * <em>outbox</em>; it survives a crash and is sent once. A notice says reference, urgency, deadline and where to look, and nothing else: mail is read by
 * others. What cannot be delivered is shown to whom it concerns, never dropped.
 *
 * <p>What is not urgent can <em>wait</em>: until the hour that the <em>timetable</em> says for its audience, which another room knows. What waited for one recipient
 * leaves as one letter, its <em>digest</em>.
 */
@ApplicationModule(
        displayName = "notices",
        allowedDependencies = {"database", "ui"})
@NullMarked
package org.enlace.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
