package org.enlace.treaties;

/**
 * Published within the transaction in which an entered or corrected treaty action begins to hold.
 *
 * @param by how the person who approved it is called
 */
record ActionEntered(String instrument, String by) {}
