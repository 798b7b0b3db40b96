package org.enlace.exchange;

import java.util.List;
import java.util.UUID;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Reminder;

/** What the host said while nobody answered. The room that reminds knows; this room only asks. */
public interface Reminded {

    /** The signed reminders of a request, in the order in which they were entered. */
    List<Said> of(UUID request);

    /** @param entry its entry in the custody log */
    record Said(Reminder reminder, Jws jws, UUID entry) {}
}
