package org.enlace.treaties;

import java.util.List;
import java.util.function.Function;
import org.enlace.Language;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** {@code declarations.csv}. */
@Component
class DeclarationsFile implements DataFile<Declaration> {

    private final TreatyRows rows;
    private final States states;
    private final Sources sources;

    DeclarationsFile(TreatyRows rows, States states, Sources sources) {
        this.rows = rows;
        this.states = states;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "declarations.csv";
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public List<String> columns() {
        return List.of("instrument", "state", "kind", "articles", "language", "summary", "date", "source");
    }

    @Override
    public Function<DataRow, Declaration> reader() {
        var instruments = rows.instrumentIds();
        var codes = states.codes();
        var known = sources.ids();
        return row -> new Declaration(
                row.reference("instrument", instruments),
                row.state("state", codes),
                row.choice("kind", Declaration.Kind.class),
                row.list("articles"),
                row.choice("language", Language.class),
                row.required("summary"),
                row.date("date"),
                row.reference("source", known));
    }

    @Override
    public void replace(List<Declaration> facts) {
        rows.replaceDeclarations(facts);
    }
}
