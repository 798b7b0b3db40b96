package org.enlace.treaties;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** {@code declarations.csv}. */
@Component
class DeclarationsFile implements DataFile<Declaration> {

    private final DeclarationRows rows;
    private final TreatyRows treaties;
    private final States states;
    private final Sources sources;

    DeclarationsFile(DeclarationRows rows, TreatyRows treaties, States states, Sources sources) {
        this.rows = rows;
        this.treaties = treaties;
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
        return List.of(
                "id", "instrument", "state", "kind", "articles", "language", "summary", "date", "about", "source");
    }

    @Override
    public Function<DataRow, Declaration> reader() {
        var instruments = treaties.instrumentIds();
        var codes = states.codes();
        var known = sources.ids();
        return row -> new Declaration(
                row.required("id"),
                row.reference("instrument", instruments),
                row.state("state", codes),
                row.choice("kind", Declaration.Kind.class),
                row.list("articles"),
                new Multilingual(Map.of(row.choice("language", Language.class), row.required("summary"))),
                true,
                row.date("date"),
                row.text("about"),
                null,
                List.of(),
                row.reference("source", known));
    }

    @Override
    public Object key(Declaration declaration) {
        return declaration.id();
    }

    @Override
    public void replace(List<Declaration> facts) {
        rows.replace(facts);
    }
}
