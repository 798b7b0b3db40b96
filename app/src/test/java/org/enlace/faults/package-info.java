/**
 * Failures that happen, made to happen: one test each, short in the build, long by {@code bin/faults/}. What must hold afterwards is looked at by {@code bin/faults/check.mjs},
 * which shares no code with Enlace and knows only what clients remember, what the authorities may export, the public log, and the mails that came out.
 */
@NullMarked
package org.enlace.faults;

import org.jspecify.annotations.NullMarked;
