package org.enlace.systems;

import org.enlace.access.Account;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * A token was made.
 *
 * @param token shown this once: only its digest is kept
 * @param address of this installation, which the program needs beside it
 * @param first whether the system still has to state its key
 */
record TokenMadePage(Account system, String token, String address, boolean first) implements Page {

    @Override
    public String title(Words words) {
        return words.say("made.title");
    }
}
