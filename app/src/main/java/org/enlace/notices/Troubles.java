package org.enlace.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notices that did not arrive, without those that were not to be sent any more. They stay until somebody says that they know. Questions about entries of the directory have rungs of their own and are not among them. */
@Component
public class Troubles {

    /** So many at a time. */
    private static final int PAGE = 500;

    private static final String FAILED = """
            select * from notices.notice
            where (failed_at is not null or returned_at is not null) and kind not in ('DIGEST', 'ENTRY_CHECK', 'DRILL')
              and (acknowledged_at is null or acknowledged_by is not null)
            """;
    private static final String OPEN = FAILED + " and acknowledged_at is null ";
    private static final String AT = "coalesce(failed_at, returned_at)";
    private static final String NEWEST_FIRST = " order by " + AT + " desc, id desc limit " + PAGE;
    private static final String OLDEST_FIRST = " order by " + AT + ", id limit " + PAGE;

    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient database;
    private final Clock clock;

    Troubles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of one audience that nobody has taken note of, newest first. */
    public List<Trouble> of(String audience) {
        return database.sql(OPEN + " and audience = :audience" + NEWEST_FIRST)
                .param("audience", audience)
                .query(Troubles::trouble)
                .list();
    }

    /** Those of these audiences, or to this address whomever they were about, that nobody has taken note of, newest first. */
    public List<Trouble> of(Collection<String> audiences, String recipient) {
        return database.sql(OPEN + " and (audience in (:audiences) or recipient = :recipient)" + NEWEST_FIRST)
                .param("audiences", audiences)
                .param("recipient", recipient)
                .query(Troubles::trouble)
                .list();
    }

    /**
     * Everybody's that nobody has taken note of, newest first, a page at a time.
     *
     * @param last of the page before, or null for the first page
     */
    public List<Trouble> open(@Nullable Trouble last) {
        return page(
                OPEN, "<", NEWEST_FIRST, last == null ? Instant.parse("9999-12-31T00:00:00Z") : last.failedAt(), last);
    }

    /**
     * Everybody's since a moment, whether taken note of or not, oldest first, a page at a time.
     *
     * @param last of the page before, or null for the first page
     */
    public List<Trouble> since(Instant moment, @Nullable Trouble last) {
        return page(FAILED, ">", OLDEST_FIRST, last == null ? moment : last.failedAt(), last);
    }

    private List<Trouble> page(String which, String beyond, String order, Instant from, @Nullable Trouble last) {
        return database.sql(which + " and (" + AT + ", id) " + beyond + " (:from, :id)" + order)
                .param("from", Timestamp.from(from))
                .param("id", last == null ? NONE : last.id())
                .query(Troubles::trouble)
                .list();
    }

    /** Whether what leads there has reached nobody of this audience: it came back, and no other address has taken it since. */
    public boolean isUnreached(String audience, String path) {
        return database.sql("select exists (" + OPEN + """
                        and audience = :audience and path = :path
                        and not exists (select 1 from notices.notice other
                                        where other.audience = :audience and other.path = :path and other.failed_at is null
                                          and other.returned_at is null
                                          and other.sent_at > coalesce(notice.failed_at, notice.returned_at)))""")
                .param("audience", audience)
                .param("path", path)
                .query(Boolean.class)
                .single();
    }

    /** Somebody knows: what they have seen of it is not shown any more. Whether it is theirs to see, the caller knows. */
    @Transactional
    public void acknowledge(Collection<UUID> seen, UUID by) {
        if (!seen.isEmpty()) {
            database.sql("""
                            update notices.notice set acknowledged_at = :now, acknowledged_by = :by
                            where id in (:seen) and acknowledged_at is null and (failed_at is not null or returned_at is not null)""")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by)
                    .param("seen", seen)
                    .update();
        }
    }

    private static Trouble trouble(ResultSet row, int number) throws SQLException {
        var failed = row.getTimestamp("failed_at");
        return new Trouble(
                row.getObject("id", UUID.class),
                Outbox.notice(row),
                Objects.requireNonNullElse(row.getString("failure"), ""),
                (failed == null ? row.getTimestamp("returned_at") : failed).toInstant());
    }
}
