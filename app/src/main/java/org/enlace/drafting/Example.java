package org.enlace.drafting;

import org.enlace.forms.Form;

/**
 * Invented answers that fill a draft in one click. A room that has some contributes them as a bean; the demo does, and nothing else: where there is no such bean,
 * there is no such button.
 *
 * @param room whose words hold {@code example}, {@code example.what} and {@code example.fill}
 * @param path of the answers, as {@code {"language":"es","values":{…}}}; the form that they answer is its parameter {@code form}
 */
public record Example(String room, String path) {

    String path(Form form) {
        return path + "?form=" + form.form();
    }
}
