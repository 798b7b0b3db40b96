/**
 * The keys of officers and of authorities, all of them sealed: the server holds nothing that opens ({@code docs/protocols/exchange.md}, "The four keys").
 *
 * <p>An <em>officer key</em> is made in the officer's browser and stated in the log. A <em>lock</em> is the officer key sealed for one way to unlock it; paper is
 * always one of them. An <em>authority key</em> has <em>generations</em>; a <em>copy</em> is a generation sealed to one officer, or to the authority's <em>recovery
 * sheet</em>. An officer is <em>admitted</em> to a generation by a colleague and <em>departs</em> with the next. A <em>proof</em> is a challenge signed with the
 * officer key. The <em>memory</em> is what an officer's browser remembers of the log, sealed to the officer.
 */
@ApplicationModule(
        displayName = "keys",
        allowedDependencies = {"ledger", "database", "ui", "access", "custody"})
@NullMarked
package org.enlace.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
