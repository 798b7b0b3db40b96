/**
 * Requests between authorities, and everything done to them. A <em>request</em> exists from the act that sends it; an <em>act</em> is a signed statement of
 * an officer, a <em>receipt</em> one of the host. What a request is follows from the acts it has.
 */
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {
            "ledger",
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
