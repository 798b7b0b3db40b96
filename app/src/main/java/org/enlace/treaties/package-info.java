/**
 * Treaties and what states did under them.
 *
 * <p>An <em>instrument</em> is a treaty or protocol. A <em>treaty action</em> is a dated act of a state: signature, a <em>binding act</em> (ratification,
 * acceptance, approval, accession, succession) with the day of its deposit, provisional application or denunciation. A <em>declaration</em> stands for whatever a
 * state said without becoming or ceasing to be a party: also a reservation, an objection, a notification of languages, the withdrawal of any. An
 * <em>observation</em> says that a state was seen to be party or signatory on a day, beginning unknown. <em>Participation</em> is what follows from these for one
 * state on one day, and <em>force</em> when the instrument entered into force for that state by the instrument's own rule. A <em>relation</em> is an instrument
 * between two states on one day.
 *
 * <p>Nothing here has a status that somebody set: everything is derived from dated facts, and what is not recorded is said to be not recorded.
 */
@ApplicationModule(
        displayName = "treaties",
        allowedDependencies = {"ui", "search", "changes", "paper", "states"})
@NullMarked
package org.enlace.treaties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
