package org.enlace.retention;

import org.enlace.ui.Part;

/**
 * On the desk: that proposals wait for another officer; nothing at all where none do.
 *
 * @param number of those that wait
 * @param yours of these, how many the reader may decide on
 */
record WaitingPart(int number, int yours) implements Part {}
