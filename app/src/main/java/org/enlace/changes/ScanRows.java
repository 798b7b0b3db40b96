package org.enlace.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of scans. Reading never holds more than one chunk in memory, and no connection while a slow reader takes it. */
@Component
class ScanRows {

    private static final String SCAN = """
            select s.*, t.type, t.at as stored_at, w.at as withdrawn_at,
                   (select count(*) from changes.scan_chunk c where c.scan = s.id)::integer as chunks
            from changes.scan s
                left join changes.scan_stored t on t.scan = s.id
                left join changes.scan_withdrawn w on w.scan = s.id
            """;

    private final JdbcClient jdbc;

    ScanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Scan scan, UUID by) {
        jdbc.sql("""
                        insert into changes.scan (id, change, begun_by, name, size, sha256, begun_at)
                        values (:id, :change, :by, :name, :size, :sha256, :at)
                        """)
                .param("id", scan.id())
                .param("change", scan.change())
                .param("by", by)
                .param("name", scan.name())
                .param("size", scan.size())
                .param("sha256", scan.sha256())
                .param("at", utc(scan.begunAt()))
                .update();
    }

    Optional<Scan> find(UUID id) {
        return jdbc.sql(SCAN + "where s.id = :id")
                .param("id", id)
                .query(ScanRows::scan)
                .optional();
    }

    /** In the order in which they were begun. */
    List<Scan> of(UUID change) {
        return jdbc.sql(SCAN + "where s.change = :change order by s.begun_at, s.id")
                .param("change", change)
                .query(ScanRows::scan)
                .list();
    }

    /** What there is to see at a change, in one line: whoever decides says by it what they saw. Empty when there is no scan. */
    String seen(UUID change) {
        return of(change).stream()
                .filter(Scan::isThere)
                .map(scan -> scan.id().toString())
                .collect(Collectors.joining(" "));
    }

    void put(Scan scan, int number, byte[] bytes) {
        jdbc.sql("""
                        insert into changes.scan_chunk values (:scan, :number, :bytes)
                        on conflict (scan, number) do update set bytes = excluded.bytes
                        """)
                .param("scan", scan.id())
                .param("number", number)
                .param("bytes", bytes)
                .update();
    }

    byte[] chunk(Scan scan, int number) {
        return jdbc.sql("select bytes from changes.scan_chunk where scan = :scan and number = :number")
                .param("scan", scan.id())
                .param("number", number)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    /** The numbers of the chunks that are here, in order. */
    List<Integer> numbers(Scan scan) {
        return jdbc.sql("select number from changes.scan_chunk where scan = :scan order by number")
                .param("scan", scan.id())
                .query((row, place) -> row.getInt(1))
                .list();
    }

    void store(Scan scan, Scan.Stored stored) {
        jdbc.sql("insert into changes.scan_stored values (:scan, :type, :at)")
                .param("scan", scan.id())
                .param("type", stored.type().name())
                .param("at", utc(stored.at()))
                .update();
    }

    /** What was attached by mistake may be what nobody should read: the bytes go at once. */
    void withdraw(Scan scan, Instant at) {
        jdbc.sql("insert into changes.scan_withdrawn values (:scan, :at)")
                .param("scan", scan.id())
                .param("at", utc(at))
                .update();
        jdbc.sql("delete from changes.scan_chunk where scan = :scan")
                .param("scan", scan.id())
                .update();
    }

    /** One that never arrived. */
    void forget(Scan scan) {
        jdbc.sql("delete from changes.scan where id = :id")
                .param("id", scan.id())
                .update();
    }

    /** All that were begun before that moment and never arrived, or whose change was decided meanwhile. */
    int forgetUnfinished(Instant before) {
        return jdbc.sql("""
                        delete from changes.scan s
                        where not exists (select 1 from changes.scan_stored t where t.scan = s.id)
                          and (s.begun_at < :before or exists (select 1 from changes.decision d where d.change = s.change))
                        """).param("before", utc(before)).update();
    }

    private static Scan scan(ResultSet row, int number) throws SQLException {
        var type = row.getString("type");
        var stored = moment(row, "stored_at");
        return new Scan(
                row.getObject("id", UUID.class),
                row.getObject("change", UUID.class),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getInt("chunks"),
                type == null || stored == null ? null : new Scan.Stored(ScanType.valueOf(type), stored),
                moment(row, "withdrawn_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
