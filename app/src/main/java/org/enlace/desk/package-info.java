/**
 * What officers see of requests: the <em>desk</em> with everything that waits for their authority, and the <em>page of a request</em> with what happened to it,
 * whose turn it is, by when, and the forms of the acts that may be done next. It reads; every act goes to {@code exchange}.
 */
@ApplicationModule(
        displayName = "desk",
        allowedDependencies = {
            "ledger",
            "ui",
            "paper",
            "access",
            "states",
            "treaties",
            "directory",
            "documents",
            "forms",
            "keys",
            "notices",
            "reach",
            "procedure",
            "exchange"
        })
@NullMarked
package org.enlace.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
