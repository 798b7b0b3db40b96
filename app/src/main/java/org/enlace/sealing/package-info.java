/**
 * The age format on the JVM: on an officer's own computer (the tool for working without the platform), and for the software officers of {@code ./enlace demo}. The
 * server of a real installation only seals with it, what it knows anyway: an officer's keys never come near it.
 */
@ApplicationModule(
        displayName = "sealing",
        allowedDependencies = {})
@NullMarked
package org.enlace.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
