package org.enlace.ui;

/**
 * Where a browser that cannot seal is sent before anything is typed.
 *
 * @param insecure whether the page itself was not opened over a secure connection, which no other browser would mend
 */
record BrowserPage(boolean insecure) implements Page {

    /** What cannot be done here, and what to do: two sets of words, for two different causes. */
    String cause() {
        return insecure ? "insecure" : "old";
    }

    @Override
    public String title(Words words) {
        return words.say("browser." + cause() + ".title");
    }
}
