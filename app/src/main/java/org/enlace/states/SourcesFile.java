package org.enlace.states;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code sources.csv}: first of all files, because every other row names a source. */
@Component
class SourcesFile implements DataFile<Source> {

    private final JdbcClient sql;

    SourcesFile(JdbcClient sql) {
        this.sql = sql;
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
        for (var source : sources) {
            sql.sql("""
                    insert into states.source (id, kind, title, address, as_of, note)
                    values (:id, :kind, :title, :address, :asOf, :note)
                    """)
                    .param("id", source.id())
                    .param("kind", source.kind())
                    .param("title", source.title())
                    .param("address", source.address())
                    .param("asOf", source.asOf() == null ? null : source.asOf().toString())
                    .param("note", source.note())
                    .update();
        }
    }
}
