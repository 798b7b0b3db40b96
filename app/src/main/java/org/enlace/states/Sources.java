package org.enlace.states;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.changes.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that facts were read from. Open to all: whoever relies on a fact may see where it comes from. */
@Component
public class Sources {

    private final JdbcClient sql;
    private final Clock clock;

    Sources(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public List<Source> all() {
        return sql.sql("""
                        select id, kind, title, address, as_of, note from states.source
                        union all
                        select id, kind, title, address, as_of::text, '' from states.entered_source
                        order by title, id
                        """)
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

    /**
     * Keeps what an approved change rests on. Its day is that on which the change was proposed, in UTC; the same change again keeps the first.
     *
     * @return the id of the source
     */
    public String enter(Change change) {
        var id = "change-" + change.id();
        var grounds = change.grounds();
        sql.sql("""
                        insert into states.entered_source (id, kind, title, address, as_of, at)
                        values (:id, :kind, :title, :address, :asOf, :now) on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("kind", kind(grounds.way()))
                .param("title", grounds.source())
                .param("address", grounds.address())
                .param("asOf", LocalDate.ofInstant(change.at(), ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static String kind(Change.Way way) {
        return switch (way) {
            case DEPOSITARY -> "depositary-notification";
            case NOTE_VERBALE, ORAL, ONLINE -> "government";
            case PUBLIC_SOURCE -> "database";
            case UNDO -> "derived";
        };
    }

    private static @Nullable FactDate date(@Nullable String stored) {
        return stored == null ? null : FactDate.parse(stored).orElseThrow();
    }
}
