package org.enlace.custody;

import java.time.Instant;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * The log for people: how long it is, what it last signed, and how to check it.
 *
 * @param size how many entries the newest checkpoint counts
 * @param signedAt when it was signed
 * @param note the checkpoint as it is published
 * @param key the verifier key line
 */
record LogPage(long size, Instant signedAt, String note, String key) implements Page {
    @Override
    public String title(Words words) {
        return words.say("log.title");
    }
}
