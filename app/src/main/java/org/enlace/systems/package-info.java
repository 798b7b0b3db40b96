/**
 * An authority's own case system: a program that reads, sends and acts for the authority without a browser, with content that it seals and opens itself.
 *
 * <p>A <em>case system</em> is an officer's account without a person. It makes its own keys, where no browser and no server ever see them, <em>states</em> them, and is
 * admitted by an officer who compares six words, as a colleague is; so every act is signed by a key of the log and nothing else had to change. It enters with a
 * <em>token</em> that an officer makes, which opens the doors of {@code Doors.SYSTEMS} and no others, for a year at most.
 */
@ApplicationModule(
        displayName = "systems",
        allowedDependencies = {"ledger", "ui", "notices", "states", "access", "directory", "keys"})
@NullMarked
package org.enlace.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
