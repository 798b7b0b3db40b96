/**
 * The hall: the few types that every room must agree on. It knows no room, and stays under ten types.
 *
 * <p>A <em>viewer</em> is whoever looks, signed in or not. A <em>refusal</em> is a rule that says no, in the viewer's language. <em>Doors</em> lists
 * what is open without signing in; everything else is closed.
 */
@NullMarked
package org.enlace;

import org.jspecify.annotations.NullMarked;
