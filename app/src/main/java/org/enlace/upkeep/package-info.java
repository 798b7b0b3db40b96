/**
 * Proof of life: whether the authorities of the directory answer, and whether their entries are still right.
 *
 * <p>A <em>question</em> goes by mail to an authority's role mailbox, with a link that works once. An <em>answer</em> says that the entry is right, or that
 * something in it is wrong. A question that comes back, or that nobody answers while its link works, has <em>failed</em>; after some in a row the next one climbs a
 * <em>rung</em>: from the mailbox to the deputy mailbox, from there to the state's coordinators. A <em>drill</em> is a question without an entry: it measures how
 * long a point that answers day and night takes to answer. An <em>open item</em> is what a coordinator or the secretariat should look at; it follows from the
 * facts each time and is stored nowhere.
 */
@ApplicationModule(
        displayName = "upkeep",
        allowedDependencies = {"ui", "notices", "states", "access", "treaties", "directory"})
@NullMarked
package org.enlace.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
