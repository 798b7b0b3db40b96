/**
 * Requirements: what a state declared that it needs in a request, beyond what the form asks of everybody.
 *
 * <p>A <em>rule</em> says of one field of one form that without it the state refuses, that it recommends it, does without it or does not take it; one without a
 * field says of the whole form in which languages the state takes it and what has to be annexed. Each holds from a day on and is proposed by the state's
 * coordinator or the secretariat and decided by another person ({@code changes}). They are evaluated in the browser of whoever writes: the server never sees an answer.
 */
@ApplicationModule(
        displayName = "requirements",
        allowedDependencies = {"ui", "changes", "states", "directory", "forms"})
@NullMarked
package org.enlace.requirements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
