/**
 * How long a period lasts, where the duty lies. The periods themselves are data of the forms (room {@code forms}); here they are laid over the working days and
 * holidays of the state that has to act.
 *
 * <p>A period <em>stands still</em> while the other side has to act or execution is postponed; both are acts, so every stop can be read. Nothing is ever due at
 * midnight: a calendar day ends at 23:59, and a working day when the office closes where the duty lies, or at 17:00 where its hours are not known.
 */
@ApplicationModule(
        displayName = "clocks",
        allowedDependencies = {"forms", "duty"})
@NullMarked
package org.enlace.clocks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
