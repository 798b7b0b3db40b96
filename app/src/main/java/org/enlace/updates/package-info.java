/**
 * What changed lately, for everybody: a page, a feed in each language, a block on the first page and on each state's; and for people who sign in a mail, once a day
 * at most, when what they follow has changed. An <em>update</em> is an approved change of a public fact. A <em>topic</em> is what can be followed: everything, a
 * state, or an instrument. A <em>reader</em> is an account that follows something.
 */
@ApplicationModule(
        displayName = "updates",
        allowedDependencies = {"ui", "notices", "changes", "states", "access", "treaties", "resolver"})
@NullMarked
package org.enlace.updates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
