package org.enlace.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed, for everybody: approved changes of facts whose matter says that they are public. What waits or was refused is not among it, nor any value. */
@Component
public class PublishedChanges {

    private final JdbcClient sql;
    private final Map<String, Matter> matters;

    PublishedChanges(JdbcClient sql, List<Matter> matters) {
        this.sql = sql;
        this.matters = matters.stream()
                .filter(Matter::isPublic)
                .collect(Collectors.toUnmodifiableMap(Matter::kind, Function.identity()));
    }

    /** Newest first, from the given place on. */
    public List<Published> newest(Which which, int from, int most) {
        return matters.isEmpty()
                ? List.of()
                : read(which, Instant.EPOCH).stream().skip(from).limit(most).toList();
    }

    /** Those approved after this moment, newest first. */
    public List<Published> since(Instant moment) {
        return matters.isEmpty() ? List.of() : read(Which.ALL, moment);
    }

    /** What the change is about, as a heading in the reader's language. */
    public String title(Published published, Language language) {
        var matter = matter(published);
        return matter.title(published.subject(), Words.of(matter.room(), language));
    }

    /** Where the fact is shown. */
    public String path(Published published) {
        return matter(published).path(published.subject());
    }

    public boolean isUnder(Published published, String instrument) {
        return matter(published).isUnder(published.subject(), instrument);
    }

    /** The rows are short and few: two persons made each of them. Which of them is under an instrument, only its matter can tell. */
    private List<Published> read(Which which, Instant after) {
        var state = which.state();
        var instrument = which.instrument();
        return sql
                .sql("""
                        select c.id, c.kind, c.subject, c.state, c.before is null as is_new, c.after is null as is_gone, c.way, c.source, c.address, d.at
                        from changes.decision d join changes.change c on c.id = d.change
                        where d.verdict = 'APPROVED' and c.kind in (:kinds) and d.at > :after
                          and (cast(:state as text) is null or c.state = :state)
                        order by d.at desc, c.id
                        """)
                .param("kinds", matters.keySet())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("state", state == null ? null : state.iso3())
                .query(PublishedChanges::published)
                .list()
                .stream()
                .filter(published -> instrument == null || isUnder(published, instrument))
                .toList();
    }

    private Matter matter(Published published) {
        var matter = matters.get(published.kind());
        if (matter == null) {
            throw new IllegalArgumentException("not a public matter: " + published.kind());
        }
        return matter;
    }

    private static Published published(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("subject"),
                new StateCode(row.getString("state")),
                doing(row),
                Change.Way.valueOf(row.getString("way")),
                row.getString("source"),
                row.getString("address"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Published.Doing doing(ResultSet row) throws SQLException {
        if (row.getBoolean("is_new")) {
            return Published.Doing.ENTERED;
        }
        return row.getBoolean("is_gone") ? Published.Doing.TAKEN_OUT : Published.Doing.CORRECTED;
    }

    /**
     * Which facts.
     *
     * @param state those of one state, or null
     * @param instrument those under one instrument, by its id, or null
     */
    public record Which(@Nullable StateCode state, @Nullable String instrument) {

        public static final Which ALL = new Which(null, null);
    }
}
