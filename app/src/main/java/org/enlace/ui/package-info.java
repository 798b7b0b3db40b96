/**
 * What every screen shares. A <em>page</em> is a whole screen, a <em>part</em> a piece that replaces another; both are records with a template of the
 * same name beside them, and both are <em>answers</em> of a controller. <em>Words</em> are the sentences of a room in the reader's language;
 * <em>here</em> is what a template may know about the moment: who looks, from where, in which language. Rooms contribute <em>menu entries</em>; the
 * layout knows none of the rooms. Knows only the hall.
 */
@ApplicationModule(
        displayName = "ui",
        allowedDependencies = {})
@NullMarked
package org.enlace.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
