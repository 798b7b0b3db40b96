package org.enlace.states;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The states of the Americas. Open to all. Kept in memory: they change only when the dataset is read or a standing is entered. */
@Component
public class States {

    private final StateRows rows;
    private volatile @Nullable Map<StateCode, State> kept;

    States(StateRows rows) {
        this.rows = rows;
    }

    public Optional<State> find(StateCode code) {
        return Optional.ofNullable(byCode().get(code));
    }

    /** @throws Refused absent, when there is no such state in our data */
    public State require(StateCode code) {
        return find(code).orElseThrow(Refused::absent);
    }

    /** What it is called; its code where our data does not know it. */
    public String name(StateCode code, Language language) {
        return find(code).map(state -> state.name(language)).orElse(code.iso3());
    }

    /** All of them, in the order of their names in this language, accents aside. */
    public List<State> all(Language language) {
        var order = Alphabet.of(language);
        return byCode().values().stream()
                .sorted((one, other) -> order.compare(one.name(language), other.name(language)))
                .toList();
    }

    public Set<StateCode> codes() {
        return byCode().keySet();
    }

    /** After the commit: whoever reads in between must not keep what was before. */
    @TransactionalEventListener
    void changed(StandingMatter.StandingEntered ignored) {
        forget();
    }

    void forget() {
        kept = null;
    }

    private Map<StateCode, State> byCode() {
        var current = kept;
        if (current == null) {
            current = rows.all().stream()
                    .collect(Collectors.toMap(
                            State::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
            kept = current.isEmpty() ? null : current;
        }
        return current;
    }
}
