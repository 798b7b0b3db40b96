package org.enlace.ui;

import java.util.regex.Pattern;
import org.enlace.Language;

/** How a language sets its sentences in print, done once where they are loaded: who writes them types plain spaces. */
public final class Typesetting {

    /** French puts a space before these and begins no line with them: a narrow one before most, an ordinary one before the colon and within guillemets. */
    private static final Pattern NARROW = Pattern.compile("(?<=\\S) (?=[;?!])");

    private static final Pattern ORDINARY = Pattern.compile("(?<=\\S) (?=[:»])|(?<=«) (?=\\S)");

    private Typesetting() {}

    public static String of(Language language, String text) {
        if (language != Language.FR) {
            return text;
        }
        return ORDINARY.matcher(NARROW.matcher(text).replaceAll("\u202f")).replaceAll("\u00a0");
    }
}
