/**
 * What may be asked and answered, and how, as data: a <em>form</em> is a versioned definition of groups of fields in four languages, with what each rests on
 * and what must be there. Pages are drawn from it, the rules run in the officer's browser, and signed acts name it.
 */
@ApplicationModule(
        displayName = "forms",
        allowedDependencies = {"ui"})
@NullMarked
package org.enlace.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
