/**
 * Requests between authorities, taken, kept and told of. A <em>request</em> exists from the act that sends it; an <em>act</em> is a signed statement of an officer, a
 * <em>receipt</em> one of the host. Here it is looked at whether an act is genuine, complete and goes to somebody who may be asked, and it is written with its entry to the
 * log; what a request is after it, and what may come next, the room {@code procedure} says. Of the files that requests travel in and the evidence of what was done, this
 * room makes both.
 */
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {
            "ledger",
            "procedure",
            "database",
            "ui",
            "clocks",
            "access",
            "states",
            "treaties",
            "directory",
            "resolver",
            "forms",
            "keys",
            "documents",
            "custody",
            "notices",
            "reach"
        })
@NullMarked
package org.enlace.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
