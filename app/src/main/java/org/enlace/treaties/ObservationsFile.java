package org.enlace.treaties;

import java.util.List;
import java.util.function.Function;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** {@code observations.csv}. */
@Component
class ObservationsFile implements DataFile<Observation> {

    private final TreatyRows rows;
    private final States states;
    private final Sources sources;

    ObservationsFile(TreatyRows rows, States states, Sources sources) {
        this.rows = rows;
        this.states = states;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "observations.csv";
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public List<String> columns() {
        return List.of("instrument", "state", "status", "seen", "source", "note");
    }

    @Override
    public Function<DataRow, Observation> reader() {
        var instruments = rows.instrumentIds();
        var codes = states.codes();
        var known = sources.ids();
        return row -> new Observation(
                row.reference("instrument", instruments),
                row.state("state", codes),
                row.choice("status", Observation.Position.class),
                row.requiredDate("seen"),
                row.reference("source", known),
                row.text("note"));
    }

    @Override
    public Object key(Observation observation) {
        return List.of(observation.instrument(), observation.state(), observation.position(), observation.seen());
    }

    @Override
    public void replace(List<Observation> facts) {
        rows.replaceObservations(facts);
    }
}
