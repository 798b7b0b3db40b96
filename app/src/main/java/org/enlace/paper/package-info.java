/**
 * Documents that are handed out: one content, written as a PDF or as a file for a word processor. What is on the sheet comes from the room that makes it; how a
 * sheet looks is decided here, once.
 */
@ApplicationModule(
        displayName = "paper",
        allowedDependencies = {"ui"})
@NullMarked
package org.enlace.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
