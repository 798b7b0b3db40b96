package org.enlace.ui;

/**
 * Where to turn. The same place on every page, readable without signing in.
 *
 * @param contact how to reach the operator, as the operator set it; may be empty
 */
record HelpPage(String contact) implements Page {

    @Override
    public String title(Words words) {
        return words.say("help.title");
    }
}
