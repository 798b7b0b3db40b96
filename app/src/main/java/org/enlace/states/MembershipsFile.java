package org.enlace.states;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** {@code memberships.csv}. */
@Component
class MembershipsFile implements DataFile<Membership> {

    private final States states;
    private final StateRows rows;
    private final Sources sources;

    MembershipsFile(States states, StateRows rows, Sources sources) {
        this.states = states;
        this.rows = rows;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "memberships.csv";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<String> columns() {
        return List.of("state", "standing", "since", "until", "note_en", "note_es", "note_fr", "note_pt", "sources");
    }

    @Override
    public Function<DataRow, Membership> reader() {
        var known = states.codes();
        var knownSources = sources.ids();
        return row -> new Membership(
                row.state("state", known),
                row.choice("standing", Standing.class),
                row.span("since", "until"),
                row.multilingualOrNull("note"),
                row.references("sources", knownSources));
    }

    @Override
    public Object key(Membership membership) {
        return List.of(membership.state(), String.valueOf(membership.span().since()));
    }

    @Override
    public void taken() {
        states.forget();
    }

    @Override
    public void replace(List<Membership> facts) {
        rows.replaceMemberships(facts);
    }
}
