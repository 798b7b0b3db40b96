package org.enlace.states;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code sources.csv}: first of all files, because every other row names a source. */
@Component
class SourcesFile implements DataFile<Source> {

    private final JdbcClient sql;
    private final NamedParameterJdbcOperations batches;

    SourcesFile(JdbcClient sql, NamedParameterJdbcOperations batches) {
        this.sql = sql;
        this.batches = batches;
    }

    @Override
    public String name() {
        return "sources.csv";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<String> columns() {
        return List.of("id", "kind", "title", "address", "as_of", "note");
    }

    @Override
    public Function<DataRow, Source> reader() {
        return row -> new Source(
                row.required("id"),
                row.required("kind"),
                row.required("title"),
                row.text("address"),
                row.date("as_of"),
                row.text("note"));
    }

    @Override
    public Object key(Source source) {
        return source.id();
    }

    @Override
    public void replace(List<Source> sources) {
        sql.sql("delete from states.source").update();
        batches.batchUpdate("""
                insert into states.source (id, kind, title, address, as_of, note)
                values (:id, :kind, :title, :address, :asOf, :note)
                """, sources.stream().map(SourcesFile::parameters).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(Source source) {
        var asOf = source.asOf();
        return new MapSqlParameterSource("id", source.id())
                .addValue("kind", source.kind())
                .addValue("title", source.title())
                .addValue("address", source.address())
                .addValue("asOf", asOf == null ? null : asOf.toString())
                .addValue("note", source.note());
    }
}
