/**
 * How authorities and people are reached by letter. A <em>wish</em> says when letters that can wait should come: at once, not at night, or once a day; it holds for a
 * role mailbox or for a person, on their own clocks, and never for a point that answers day and night. When a letter does not arrive a <em>second way</em> is
 * tried, whoever answers for the address is told, and those concerned see it until they say that they know.
 */
@ApplicationModule(
        displayName = "reach",
        allowedDependencies = {"database", "ui", "notices", "states", "access", "directory", "duty"})
@NullMarked
package org.enlace.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
