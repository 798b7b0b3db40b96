package org.enlace.states;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.enlace.Language;
import org.enlace.StateCode;
import org.springframework.stereotype.Component;

/** {@code states.csv}. */
@Component
class StatesFile implements DataFile<State> {

    private final States states;
    private final StateRows rows;
    private final Sources sources;

    StatesFile(States states, StateRows rows, Sources sources) {
        this.states = states;
        this.rows = rows;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "states.csv";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "code",
                "iso2",
                "name_en",
                "name_es",
                "name_fr",
                "name_pt",
                "official_name_en",
                "own_languages",
                "oas_languages",
                "region",
                "legal_tradition",
                "legal_note",
                "zone",
                "calling_codes",
                "sources");
    }

    @Override
    public Function<DataRow, State> reader() {
        var known = sources.ids();
        return row -> new State(
                code(row),
                row.required("iso2"),
                row.multilingual("name"),
                row.required("official_name_en"),
                row.list("own_languages"),
                row.choices("oas_languages", Language.class),
                row.required("region"),
                row.text("legal_tradition"),
                row.text("legal_note"),
                zone(row),
                row.list("calling_codes"),
                List.of(),
                row.references("sources", known));
    }

    @Override
    public Object key(State state) {
        return state.code();
    }

    @Override
    public void taken() {
        states.forget();
    }

    @Override
    public void replace(List<State> facts) {
        rows.replace(facts);
    }

    private static StateCode code(DataRow row) {
        var text = row.required("code");
        return StateCode.parse(text).orElseThrow(() -> new BadRow(BadRow.Reason.NOT_A_CODE, "code", text));
    }

    private static ZoneId zone(DataRow row) {
        row.required("zone");
        var zone = row.zoneOrNull("zone");
        if (zone == null) {
            throw new BadRow(BadRow.Reason.MISSING, "zone", "");
        }
        return zone;
    }
}
