/**
 * Working without the platform: the <em>kit</em> an officer takes along (locked keys, the directory, what was stated about keys), the tool that seals and opens
 * <em>carried files</em> with it ({@code ./enlace seal}, {@code ./enlace open}), and the pages on which such files are given out and brought in again.
 */
@ApplicationModule(
        displayName = "offline",
        allowedDependencies = {
            "ui",
            "sealing",
            "states",
            "treaties",
            "directory",
            "resolver",
            "keys",
            "forms",
            "custody",
            "procedure",
            "exchange",
            "ledger"
        })
@NullMarked
package org.enlace.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
