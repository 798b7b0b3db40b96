/**
 * What happens when nothing happens. A request that nobody takes in charge climbs a <em>ladder</em>: to the deputy mailbox, or to the officers where there is none, and to
 * whoever is on duty; then to every officer and the coordinators of the state; with the sender told each time. Somebody who opens it stops the ladder for as
 * long again; taking it in charge, transferring or closing it ends it, and what was queued and not sent is withdrawn. Preserved data are <em>watched</em>: the requesting authority is reminded before the guarantee ends, until somebody
 * decides what follows.
 *
 * <p>A <em>step</em> is a fact: taken once, with the mails it queued, signed by the host and entered into the custody log ({@code exchange.md}, "Reminders"), and shown on the
 * page of the request. One at which there was nobody to tell is taken, too; one that a later one overtook is <em>passed</em>, and signed by nobody. Which step is next follows
 * from the request and the clock, so a restart forgets nothing and does nothing twice.
 */
@ApplicationModule(
        displayName = "reminders",
        allowedDependencies = {
            "database",
            "ledger",
            "ui",
            "custody",
            "notices",
            "states",
            "access",
            "directory",
            "reach",
            "clocks",
            "procedure",
            "exchange"
        })
@NullMarked
package org.enlace.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
