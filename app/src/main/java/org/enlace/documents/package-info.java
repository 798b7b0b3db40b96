/**
 * Stored files. A <em>sealed file</em> is an age file that officers sealed in their browsers: the server keeps its bytes and cannot open it. It is
 * <em>announced</em> with its size, arrives in <em>chunks</em>, is <em>complete</em> when the server's own hash over all bytes agrees with the sender's, and
 * is <em>brought</em> to a request by an act. Until it is brought only the authority that uploaded it can see it; afterwards also the authorities that
 * were made <em>readers</em> of that request. A <em>ticket</em> is what its owner needs to go on with an upload after the page was closed, sealed to them alone.
 */
@ApplicationModule(
        displayName = "documents",
        allowedDependencies = {"ledger", "database", "ui", "custody"})
@NullMarked
package org.enlace.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
