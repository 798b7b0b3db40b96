package org.enlace.access;

import java.util.function.ToIntFunction;

/**
 * Something that somebody leaves behind who leaves, contributed by a room as a bean: a line of the list of what to hand over.
 *
 * @param room the package's last name, whose words hold {@code sentence}; its only argument is the number
 * @param path where it is handed over
 * @param count how many such things there are of this person; a line is shown where there are any
 */
public record LeftBehind(String room, String sentence, String path, ToIntFunction<Account> count) {}
