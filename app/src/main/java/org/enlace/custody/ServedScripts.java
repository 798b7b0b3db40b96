package org.enlace.custody;

import java.io.IOException;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the list of the browser modules, as it is served, whenever it changed. A host that serves other code to somebody must serve a list that is not in the log,
 * or let the log show that it changed it.
 */
@Component
class ServedScripts {
    static final String SUBJECT = "script:manifest.json";
    private static final String SERVED = "static/assets/manifest.json";

    private final Custody custody;
    private final Entries entries;

    ServedScripts(Custody custody, Entries entries) {
        this.custody = custody;
        this.entries = entries;
    }

    @Transactional
    @EventListener(ApplicationReadyEvent.class)
    public void enter() throws IOException {
        var digest = Hash.sha256(new ClassPathResource(SERVED).getContentAsByteArray());
        var newest = entries.newestAbout(SUBJECT);
        if (newest.isEmpty() || !newest.get().digest().equals(digest)) {
            custody.append(Entry.Kind.SCRIPT, SUBJECT, digest);
        }
    }
}
