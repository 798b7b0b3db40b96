package org.enlace.notices;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice that did not reach its recipient: the mail server refused it, or it came back later, or it was never taken.
 *
 * @param notice as it was queued; a secret link is gone from it
 * @param failure the mail server's own answer, shortened
 */
public record Trouble(UUID id, Notice notice, String failure, Instant failedAt) {

    public String recipient() {
        return notice.recipient();
    }

    public String reference() {
        return notice.reference();
    }

    public String path() {
        return notice.path();
    }
}
