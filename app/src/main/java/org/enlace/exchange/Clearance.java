package org.enlace.exchange;

import java.time.LocalDate;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.enlace.ledger.Act;
import org.enlace.ledger.Send;
import org.enlace.procedure.Marking;
import org.springframework.stereotype.Component;

/** Everything that must hold before a request goes out, except for the keys it is sealed to. */
@Component
class Clearance {

    private final Addressing addressing;
    private final Continuing continuing;
    private final FourEyes fourEyes;

    Clearance(Addressing addressing, Continuing continuing, FourEyes fourEyes) {
        this.addressing = addressing;
        this.continuing = continuing;
        this.fourEyes = fourEyes;
    }

    /** @param today in the requested authority's zone */
    void require(Act act, Authority requesting, Authority requested, Viewer viewer, LocalDate today) {
        var sending = (Send) act.coded();
        addressing.require(sending, requesting, requested, today);
        Marking.require(sending.conditions());
        continuing.require(sending, viewer);
        if (sending.status() != Send.Status.COMMENT) { // which asks for nothing, and binds nobody
            fourEyes.require(act);
        }
    }

    /** The same for one that was signed elsewhere, on the day that its author says. */
    void requireCarried(Act act, Authority requesting, Authority requested, Viewer viewer) {
        var sending = (Send) act.coded();
        addressing.require(
                sending,
                requesting,
                requested,
                act.clock().atZone(requested.zone()).toLocalDate());
        Marking.require(sending.conditions());
        continuing.require(sending, viewer);
        fourEyes.requireCarried(act, viewer);
    }
}
