package org.enlace.treaties;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.states.StateSet;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Treaties, and what follows for states from what they did under them. Open to all. */
@Component
public class Instruments {

    private final TreatyRows rows;
    private final Declarations declarations;
    private final States states;

    Instruments(TreatyRows rows, Declarations declarations, States states) {
        this.rows = rows;
        this.declarations = declarations;
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

    /** What states declared under an instrument and what holds on a day; what bears no date is among it, what was withdrawn is not. */
    public List<Declaration> declarations(String instrument, LocalDate on) {
        return declarations.on(instrument, on).holding();
    }

    /** Of what holds on a day, what either of two states declared; an objection only where it is to the other. */
    public List<Declaration> declarations(String instrument, StateCode one, StateCode other, LocalDate on) {
        var both = Set.of(one, other);
        return declarations(instrument, on).stream()
                .filter(declaration -> both.contains(declaration.state()))
                .filter(declaration -> declaration.against() == null || both.contains(declaration.against()))
                .toList();
    }

    /** What a state declared under any instrument and what holds on a day. */
    List<Declaration> declarationsOf(StateCode state, LocalDate on) {
        return declarations.of(state, on);
    }

    /** In which languages a state takes requests under an instrument on a day, as it notified the depositary; the last notification counts. */
    public Optional<Declaration> languagesNotified(String instrument, StateCode state, LocalDate on) {
        return declarations(instrument, on).stream()
                .filter(declaration -> declaration.state().equals(state)
                        && declaration.kind() == Declaration.Kind.LANGUAGE_NOTIFICATION)
                .max(Comparator.comparing(declaration -> declaration.date() == null
                        ? LocalDate.MIN
                        : declaration.date().last()));
    }

    /** Whether a state has a reservation to an article under an instrument on a day, one that it did not withdraw since. */
    public boolean hasReservation(String instrument, StateCode state, String article, LocalDate on) {
        return declarations(instrument, on).stream()
                .anyMatch(declaration -> declaration.state().equals(state)
                        && declaration.kind() == Declaration.Kind.RESERVATION
                        && declaration.concerns(article));
    }

    List<TreatyAction> actions(String instrument) {
        return rows.actionsOf(instrument);
    }
}
