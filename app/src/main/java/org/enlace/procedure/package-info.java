/**
 * The life of a request as its acts make it: what may come next, how far it is, whose turn it is, by when. All of it follows from the acts alone, with no database and
 * no clock of its own, so that anybody who has the acts comes to the same.
 *
 * <p>A <em>fact</em> is an act that happened, of a <em>kind</em>, by one <em>side</em>. Facts amount to a <em>standing</em>, with the <em>stage</em> that was reached;
 * the <em>admission</em> of the next act depends on it. A <em>turn</em> is waited for; what has to come is its task. The sequences that any other program may test itself
 * against are in {@code docs/protocols/vectors/states.json}. How long periods last, where acts are kept and whether they are genuine is looked at elsewhere.
 */
@ApplicationModule(
        displayName = "procedure",
        allowedDependencies = {"ledger"})
@NullMarked
package org.enlace.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
