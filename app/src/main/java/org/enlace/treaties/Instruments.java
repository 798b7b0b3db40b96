package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.states.StateSet;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Treaties, and what follows for states from what they did under them. Open to all. */
@Component
public class Instruments {

    private final TreatyRows rows;
    private final States states;

    Instruments(TreatyRows rows, States states) {
        this.rows = rows;
        this.states = states;
    }

    /** What matters most for electronic evidence first. */
    public List<Instrument> all() {
        return rows.instruments();
    }

    public Optional<Instrument> find(String id) {
        return all().stream().filter(instrument -> instrument.id().equals(id)).findFirst();
    }

    /** @throws Refused absent, when there is no such instrument in our data */
    public Instrument require(String id) {
        return find(id).orElseThrow(Refused::absent);
    }

    /** Every instrument between two states on a day, bound or not, in the order of {@link #all}. */
    public List<Relation> between(StateCode one, StateCode other, LocalDate on) {
        var both = List.of(one, other);
        var actions = rows.actionsOf(both);
        var observations = rows.observationsOf(both);
        return all().stream()
                .map(instrument -> new Relation(
                        instrument,
                        on,
                        Participation.of(instrument, one, on, actions, observations),
                        Participation.of(instrument, other, on, actions, observations)))
                .toList();
    }

    /** What a state is under every instrument on a day. */
    public List<Participation> of(StateCode state, LocalDate on) {
        var actions = rows.actionsOf(List.of(state));
        var observations = rows.observationsOf(List.of(state));
        return all().stream()
                .map(instrument -> Participation.of(instrument, state, on, actions, observations))
                .toList();
    }

    /** What a state is under one instrument on a day. */
    public Participation participation(String instrument, StateCode state, LocalDate on) {
        return Participation.of(
                require(instrument), state, on, rows.actionsOf(List.of(state)), rows.observationsOf(List.of(state)));
    }

    /** How every state stands to an instrument on a day. */
    public Standings standings(Instrument instrument, StateSet set, LocalDate on) {
        return standings(List.of(instrument), set, on).getFirst();
    }

    List<Standings> standings(List<Instrument> instruments, StateSet set, LocalDate on) {
        var actions = rows.actions();
        var observations = rows.observations();
        return instruments.stream()
                .map(instrument -> new Standings(
                        instrument,
                        on,
                        states.codes().stream()
                                .sorted()
                                .map(state -> Participation.of(instrument, state, on, actions, observations))
                                .toList(),
                        set))
                .toList();
    }

    /** What states declared under an instrument up to a day; what bears no date is among it. */
    public List<Declaration> declarations(String instrument, LocalDate on) {
        return rows.declarations().stream()
                .filter(declaration -> declaration.instrument().equals(instrument))
                .filter(declaration ->
                        declaration.date() == null || declaration.date().countsOn(on))
                .toList();
    }

    /** Whether a state has a reservation to an article under an instrument on a day, one that it did not withdraw since. */
    public boolean hasReservation(String instrument, StateCode state, String article, LocalDate on) {
        var kinds = declarations(instrument, on).stream()
                .filter(declaration -> declaration.state().equals(state) && declaration.concerns(article))
                .map(Declaration::kind)
                .toList();
        return kinds.contains(Declaration.Kind.RESERVATION)
                && !kinds.contains(Declaration.Kind.WITHDRAWAL_OF_RESERVATION);
    }

    List<TreatyAction> actions(String instrument) {
        return rows.actionsOf(instrument);
    }
}
