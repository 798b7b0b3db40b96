package org.enlace.drafting;

/**
 * Invented answers that fill a draft in one click. A room that has some contributes them as a bean; the demo does, and nothing else: where there is no such bean,
 * there is no such button.
 *
 * @param room whose words hold {@code example}, {@code example.what} and {@code example.fill}
 * @param form the one that they answer
 * @param path of the answers, as {@code {"language":"es","values":{…}}}
 */
public record Example(String room, String form, String path) {}
