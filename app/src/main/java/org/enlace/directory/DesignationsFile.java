package org.enlace.directory;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.states.BadRow;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** {@code designations.csv}. */
@Component
class DesignationsFile implements DataFile<Designation> {

    private final Designations designations;
    private final Authorities authorities;
    private final Instruments instruments;
    private final Sources sources;

    DesignationsFile(Designations designations, Authorities authorities, Instruments instruments, Sources sources) {
        this.designations = designations;
        this.authorities = authorities;
        this.instruments = instruments;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "designations.csv";
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "authority,instrument,function,article,languages,since,until,evidence,source,seen,note".split(","));
    }

    @Override
    public Function<DataRow, Designation> reader() {
        var known = authorities.idsOfDataset();
        var knownInstruments = instruments.all().stream().map(Instrument::id).collect(Collectors.toUnmodifiableSet());
        var knownSources = sources.ids();
        return row -> checked(new Designation(
                row.reference("authority", known),
                row.reference("instrument", knownInstruments),
                row.choice("function", org.enlace.directory.Function.class),
                row.text("article"),
                row.list("languages"),
                row.span("since", "until"),
                row.choice("evidence", Designation.Evidence.class),
                row.reference("source", knownSources),
                row.date("seen"),
                row.text("note"),
                false));
    }

    /** The same fact from two sources is two designations; from one source it is one. */
    @Override
    public Object key(Designation designation) {
        return List.of(designation.authority(), designation.instrument(), designation.function(), designation.source());
    }

    @Override
    public void replace(List<Designation> facts) {
        designations.replaceFromDataset(facts);
    }

    /** A source cannot tell of a designation that began after it was written. */
    private static Designation checked(Designation designation) {
        var since = designation.span().since();
        var seen = designation.seen();
        if (since != null && seen != null && seen.last().isBefore(since.first())) {
            throw new BadRow(BadRow.Reason.CONTRADICTION, "since", since.toString());
        }
        return designation;
    }
}
