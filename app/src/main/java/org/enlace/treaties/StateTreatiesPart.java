package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Language;
import org.enlace.states.State;
import org.enlace.ui.Part;

/** The treaties of one state on a day: those it is party to, those it signed, and the others in one sentence. */
record StateTreatiesPart(
        State state,
        LocalDate on,
        Language language,
        List<Participation> parties,
        List<Participation> others,
        List<Statement> declared,
        long unseen)
        implements Part {

    static StateTreatiesPart of(
            State state, List<Participation> all, List<Statement> declared, LocalDate on, Language language) {
        return new StateTreatiesPart(
                state,
                on,
                language,
                all.stream().filter(Participation::isParty).toList(),
                all.stream()
                        .filter(one -> !one.isParty() && one.kind() != Participation.Kind.NOT_SEEN)
                        .toList(),
                declared,
                all.stream()
                        .filter(one -> one.kind() == Participation.Kind.NOT_SEEN)
                        .count());
    }

    List<Statement> declared(Participation under) {
        return declared.stream()
                .filter(statement -> statement
                        .declaration()
                        .instrument()
                        .equals(under.instrument().id()))
                .toList();
    }
}
