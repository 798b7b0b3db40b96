package org.enlace.treaties;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.enlace.states.BadRow;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code instruments.csv}. */
@Component
class InstrumentsFile implements DataFile<Instrument> {

    private final TreatyRows rows;
    private final Sources sources;

    InstrumentsFile(TreatyRows rows, Sources sources) {
        this.rows = rows;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "instruments.csv";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<String> columns() {
        return List.of(("id,short_en,short_es,short_fr,short_pt,title_en,title_es,title_fr,title_pt,depositary,adopted,"
                        + "adopted_at,opened,in_force,in_force_since,reference,parent,subjects,force_rule,force_article,"
                        + "force_mark,sources")
                .split(","));
    }

    @Override
    public Function<DataRow, Instrument> reader() {
        var known = sources.ids();
        var before = new HashSet<String>();
        return row -> {
            var instrument = read(row, known, before);
            before.add(instrument.id());
            return instrument;
        };
    }

    @Override
    public Object key(Instrument instrument) {
        return instrument.id();
    }

    @Override
    public void replace(List<Instrument> facts) {
        rows.replaceInstruments(facts);
    }

    private static Instrument read(DataRow row, Set<String> sources, Set<String> before) {
        var inForce = row.choice("in_force", Instrument.InForce.class);
        var since = row.day("in_force_since");
        if ((inForce == Instrument.InForce.YES) != (since != null)) {
            throw new BadRow(BadRow.Reason.CONTRADICTION, "in_force", row.text("in_force"));
        }
        return new Instrument(
                row.required("id"),
                row.multilingual("short"),
                row.multilingual("title"),
                row.required("depositary"),
                row.date("adopted"),
                row.text("adopted_at"),
                row.date("opened"),
                inForce,
                since,
                row.required("reference"),
                parent(row, before),
                row.list("subjects"),
                row.textOrNull("force_rule") == null ? null : row.choice("force_rule", ForceRule.class),
                row.text("force_article"),
                row.textOrNull("force_rule") == null ? null : row.choice("force_mark", Mark.class),
                row.references("sources", sources));
    }

    /** A protocol stands below its convention. */
    private static @Nullable String parent(DataRow row, Set<String> before) {
        return row.textOrNull("parent") == null ? null : row.reference("parent", before);
    }
}
