package org.enlace.custody;

import java.time.Instant;
import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The log for people: how long it is, what it last signed, and how to check it.
 *
 * @param size how many entries the newest checkpoint counts
 * @param signedAt when it was signed
 * @param note the checkpoint as it is published
 * @param key the verifier key line
 * @param witnesses who watches it from outside
 * @param contradicted since when a witness holds what this log signed and no longer has; null as long as all is well
 */
record LogPage(
        long size,
        Instant signedAt,
        String note,
        String key,
        List<Witnesses.Seen> witnesses,
        @Nullable Instant contradicted)
        implements Page {
    @Override
    public String title(Words words) {
        return words.say("log.title");
    }
}
