/**
 * One box over everything public. Rooms <em>offer</em> what they show to all; here it is found by words in any of the four languages, with or without accents.
 * Nothing that is not public is ever offered, so nothing else can be found, suggested or counted.
 */
@ApplicationModule(
        displayName = "search",
        allowedDependencies = {"ui"})
@NullMarked
package org.enlace.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
