/**
 * The states themselves, and the public data that a fresh installation starts with.
 *
 * <p>A <em>state</em> has names in four languages, languages of its own and the zone of its capital. Its <em>standing</em> in the Organization of American
 * States is a dated fact ({@link org.enlace.states.Membership}), and never the same thing as being party to a treaty. A <em>fact date</em> is as exact as its
 * source: a month stays a month and counts from its last day. A <em>source</em> is the page, list or text that a fact was read from.
 *
 * <p>The <em>dataset</em> is the folder {@code app/src/main/data}. Each room reads its own files of it: it offers a {@link org.enlace.states.DataFile}, and the
 * importer of this room takes all of them at start, in order, one transaction a file. A state's page is composed by address: rooms contribute a
 * {@link org.enlace.states.StateBlock} and serve it themselves.
 */
@ApplicationModule(
        displayName = "states",
        allowedDependencies = {"ui", "changes", "search"})
@NullMarked
package org.enlace.states;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
