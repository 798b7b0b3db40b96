/**
 * Documents that are handed out. A <em>sheet</em> is one content, written as a PDF or as a file for a word processor; a <em>booklet</em> is a PDF for the shelf,
 * each page of which stands by itself. What is on the paper comes from the room that makes it; how it looks is decided here, once.
 */
@ApplicationModule(
        displayName = "paper",
        allowedDependencies = {"ui"})
@NullMarked
package org.enlace.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
