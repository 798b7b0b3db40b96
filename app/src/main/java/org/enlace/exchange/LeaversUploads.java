package org.enlace.exchange;

import org.enlace.access.Left;
import org.enlace.documents.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What would let somebody who left go on with an upload goes in the same moment. */
@Component
class LeaversUploads {

    private final Tickets tickets;

    LeaversUploads(Tickets tickets) {
        this.tickets = tickets;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(Left left) {
        tickets.forget(left.account());
    }
}
