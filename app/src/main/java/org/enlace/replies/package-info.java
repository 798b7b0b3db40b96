/**
 * Answers that are the same for everybody who is not signed in, kept for a moment. A <em>reply</em> is such an answer, byte for byte; the <em>shelf</em> holds the
 * replies of the running minute; it is emptied as soon as anybody writes. What is rendered for a session never comes near it.
 */
@ApplicationModule(
        displayName = "replies",
        allowedDependencies = {"ui", "access"})
@NullMarked
package org.enlace.replies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
