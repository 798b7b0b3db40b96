/**
 * How long an authority keeps requests that are over, and how it gives them up. An authority chooses a <em>period</em> for a kind of request; without one nothing ever
 * goes. Whatever something is open about stays, whatever the period; so does what an officer put on <em>hold</em>. What may go is <em>announced</em> a month and a
 * week ahead, one officer <em>proposes</em> to give it up, and another one <em>approves</em>, signed. Then the authority's copies of the keys are destroyed, and the
 * sealed bytes once nobody keeps a copy; acts, receipts, hashes and the log stay. The other side is not touched and not told.
 */
@ApplicationModule(
        displayName = "retention",
        allowedDependencies = {
            "ledger",
            "ui",
            "custody",
            "notices",
            "states",
            "access",
            "directory",
            "keys",
            "forms",
            "exchange"
        })
@NullMarked
package org.enlace.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
