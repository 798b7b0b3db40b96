package org.enlace.treaties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What states declared, and what of it holds on a day. */
@Component
class Declarations {

    private final DeclarationRows rows;
    private final TreatyRows treaties;

    Declarations(DeclarationRows rows, TreatyRows treaties) {
        this.rows = rows;
        this.treaties = treaties;
    }

    List<Declaration> all() {
        return rows.all();
    }

    Optional<Declaration> find(String id) {
        return all().stream().filter(declaration -> declaration.id().equals(id)).findFirst();
    }

    /** What was declared under an instrument up to a day; what bears no date is among it. */
    On on(String instrument, LocalDate day) {
        return on(
                all().stream()
                        .filter(declaration -> declaration.instrument().equals(instrument))
                        .toList(),
                treaties.actionsOf(instrument),
                day);
    }

    /** What a state declared under any instrument, objected to others included, as far as it holds on a day. */
    List<Declaration> of(StateCode state, LocalDate day) {
        var all = all();
        var actions = treaties.actionsOf(List.of(state));
        return all.stream()
                .filter(declaration -> declaration.state().equals(state))
                .map(Declaration::instrument)
                .distinct()
                .flatMap(instrument -> on(
                        all.stream()
                                .filter(declaration -> declaration.instrument().equals(instrument))
                                .toList(),
                        actions.stream()
                                .filter(action -> action.instrument().equals(instrument))
                                .toList(),
                        day)
                        .holding()
                        .stream())
                .filter(declaration -> declaration.state().equals(state))
                .toList();
    }

    /** Of one instrument. */
    static On on(List<Declaration> declarations, List<TreatyAction> actions, LocalDate day) {
        var made = declarations.stream()
                .filter(declaration ->
                        declaration.date() == null || declaration.date().countsOn(day))
                .toList();
        var holding = new ArrayList<Declaration>();
        var ended = new ArrayList<Ended>();
        for (var declaration : made) {
            if (isOnlyWithdrawal(declaration)) {
                continue;
            }
            end(declaration, made, actions, day).ifPresentOrElse(ended::add, () -> holding.add(declaration));
        }
        return new On(holding, ended);
    }

    private static Optional<Ended> end(
            Declaration declaration, List<Declaration> made, List<TreatyAction> actions, LocalDate day) {
        return withdrawal(declaration, made)
                .or(() -> leaving(declaration, actions, day))
                .or(() -> made.stream()
                        .filter(other -> declaration.kind() == Declaration.Kind.OBJECTION
                                && other.id().equals(declaration.about()))
                        .findFirst()
                        .flatMap(other -> end(other, made, actions, day))
                        .map(end -> new Ended(declaration, Ended.Why.NOTHING_LEFT, end.date(), end.source())));
    }

    private static Optional<Ended> withdrawal(Declaration declaration, List<Declaration> made) {
        return made.stream()
                .filter(other -> other.kind() == Declaration.Kind.WITHDRAWAL
                        && other.about().equals(declaration.id()))
                .findFirst()
                .map(by -> new Ended(declaration, Ended.Why.WITHDRAWN, by.date(), by.source()));
    }

    /** What a state said while it stood under the instrument does not come back with it. */
    private static Optional<Ended> leaving(Declaration declaration, List<TreatyAction> actions, LocalDate day) {
        var date = declaration.date();
        return actions.stream()
                .filter(action -> action.state().equals(declaration.state())
                        && action.act() == TreatyAction.Act.DENUNCIATION
                        && action.date().countsOn(day))
                .filter(action ->
                        date == null || !date.last().isAfter(action.date().last()))
                .findFirst()
                .map(by -> new Ended(declaration, Ended.Why.LEFT, by.date(), by.source()));
    }

    /** One that names what it withdraws is told beside that. */
    private static boolean isOnlyWithdrawal(Declaration declaration) {
        return declaration.kind() == Declaration.Kind.WITHDRAWAL
                && !declaration.about().isEmpty();
    }

    /** What holds on a day, and what no longer does. */
    record On(List<Declaration> holding, List<Ended> ended) {}

    /**
     * A declaration that no longer holds.
     *
     * @param date from when, or null when no source says
     * @param source the id of the source that says so
     */
    record Ended(Declaration declaration, Why why, @Nullable FactDate date, String source) {

        /** The words are {@code ended.<NAME>}. */
        enum Why {
            WITHDRAWN,
            /** The state left the instrument. */
            LEFT,
            /** An objection whose object is gone. */
            NOTHING_LEFT
        }
    }
}
