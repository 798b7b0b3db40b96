package org.enlace.treaties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.states.BadRow;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code treaty-actions.csv}. */
@Component
class TreatyActionsFile implements DataFile<TreatyAction> {

    private final TreatyRows rows;
    private final States states;
    private final Sources sources;

    TreatyActionsFile(TreatyRows rows, States states, Sources sources) {
        this.rows = rows;
        this.states = states;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "treaty-actions.csv";
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public List<String> columns() {
        return List.of("instrument", "state", "action", "date", "source", "note");
    }

    @Override
    public Function<DataRow, TreatyAction> reader() {
        Map<String, Instrument> instruments =
                rows.instruments().stream().collect(Collectors.toMap(Instrument::id, Function.identity()));
        var codes = states.codes();
        var known = sources.ids();
        var left = new HashMap<List<Object>, Integer>();
        return row -> {
            var id = row.reference("instrument", instruments.keySet());
            var state = row.state("state", codes);
            var act = row.choice("action", TreatyAction.Act.class);
            var action = new TreatyAction(
                    id,
                    state,
                    act,
                    1 + left.getOrDefault(List.of(id, state), 0),
                    row.requiredDate("date"),
                    row.reference("source", known),
                    row.text("note"));
            checkAge(instruments.get(id), action);
            if (act == TreatyAction.Act.DENUNCIATION) {
                left.merge(List.of(id, state), 1, Integer::sum);
            }
            return action;
        };
    }

    /** One act of a kind by a state under an instrument, and one more each time that it came back: the rows of one that left stand in the order of time. */
    @Override
    public Object key(TreatyAction action) {
        return List.of(action.instrument(), action.state(), action.act(), action.number());
    }

    @Override
    public void replace(List<TreatyAction> facts) {
        rows.replaceActions(facts);
    }

    private static void checkAge(@Nullable Instrument instrument, TreatyAction action) {
        var adopted = instrument == null ? null : instrument.adopted();
        if (adopted != null && action.date().last().isBefore(adopted.first())) {
            throw new BadRow(BadRow.Reason.CONTRADICTION, "date", action.date().toString());
        }
    }
}
