/**
 * A whole installation to try on one computer: the <em>cast</em> (officers named by function), their <em>software keys</em>, sample authorities and designations,
 * sign-in with one click and a guide through the first scenario. Active in the profile {@code demo} only, refused on any address but loopback, and marked on every
 * page: its keys are known to the server, which is just what a real installation never allows.
 */
@ApplicationModule(displayName = "demo")
@NullMarked
package org.enlace.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
