package org.enlace.states;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that facts were read from. Open to all: whoever relies on a fact may see where it comes from. */
@Component
public class Sources {

    private final JdbcClient sql;

    Sources(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Source> all() {
        return sql.sql("select id, kind, title, address, as_of, note from states.source order by lower(title), id")
                .query((row, n) -> new Source(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("address"),
                        date(row.getString("as_of")),
                        row.getString("note")))
                .list();
    }

    public Optional<Source> find(String id) {
        return all().stream().filter(source -> source.id().equals(id)).findFirst();
    }

    public Set<String> ids() {
        return all().stream().map(Source::id).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable FactDate date(@Nullable String stored) {
        return stored == null ? null : FactDate.parse(stored).orElseThrow();
    }
}
