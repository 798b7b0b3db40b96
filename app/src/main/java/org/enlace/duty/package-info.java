/**
 * When a state works and who of its authorities answers now: public holidays, the rota of duty, and codes that verify who is calling.
 *
 * <p>A <em>holiday</em> comes from a library until the state says its own word on it; the words of a state are facts, never overwritten, and a <em>confirmed</em>
 * year rests on them alone. A <em>shift</em> is a stretch of duty, once or every week, in the local time of its authority; a stretch that really comes to pass is a
 * <em>watch</em>. With a <em>hand-over</em> one officer gives the duty to another. A <em>call-back code</em> proves to whoever answers the telephone that the caller
 * is signed in here for the authority they name.
 */
@ApplicationModule(
        displayName = "duty",
        allowedDependencies = {"database", "ui", "paper", "states", "access", "directory"})
@NullMarked
package org.enlace.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
