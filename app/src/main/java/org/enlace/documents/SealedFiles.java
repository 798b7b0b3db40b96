package org.enlace.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sealed files, by their ids. Reading never holds more than one chunk in memory, and no connection while a slow reader takes it.
 */
@Component
public class SealedFiles {

    private static final String FILE =
            "select id, request, authority, size, sha256, completed_at, brought_at from documents.sealed_file f ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SealedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A complete file that this viewer may read; absent for all others. */
    public SealedFile require(UUID id, Viewer viewer) {
        return find(id, viewer).orElseThrow(Refused::absent);
    }

    /** The same: their authority uploaded it, or reads the request that an act brought it to, itself or through another one. */
    public Optional<SealedFile> find(UUID id, Viewer viewer) {
        return jdbc.sql(FILE + """
                        where id = :id and completed_at is not null and destroyed_at is null
                          and not exists (select 1 from documents.given_up g where g.request = f.request and g.authority = :authority)
                          and (authority = :authority
                               or (brought_at is not null
                                   and exists (select 1 from documents.reader r
                                               where r.request = f.request and r.authority = :authority
                                                 and f.withheld_from is distinct from coalesce(r.through, r.authority)
                                                 and (r.through is null or not f.confined)
                                                 and (r.until is null or f.brought_at <= r.until))))
                        """)
                .param("id", id)
                .param("authority", viewer.requireAuthority())
                .query(SealedFiles::file)
                .optional();
    }

    /** The files that this authority holds: its own, and those of the requests that it reads. Without a viewer: they are only counted. */
    public Held heldFor(String authority) {
        return jdbc.sql("""
                        select count(*) as number, min(f.brought_at) as oldest, max(f.brought_at) as newest
                        from documents.sealed_file f
                        where f.brought_at is not null and f.destroyed_at is null
                          and not exists (select 1 from documents.given_up g where g.request = f.request and g.authority = :authority)
                          and (f.authority = :authority
                               or exists (select 1 from documents.reader r where r.request = f.request and r.authority = :authority
                                                                            and (r.until is null or f.brought_at <= r.until)))""")
                .param("authority", authority)
                .query((row, index) -> new Held(row.getInt("number"), instant(row, "oldest"), instant(row, "newest")))
                .single();
    }

    /** How many files, and when the first and the last of them was brought by an act. */
    public record Held(
            int count, @Nullable Instant oldest, @Nullable Instant newest) {}

    /** From now on officers of this authority may read what acts have brought and will bring to the request. Within the caller's transaction. */
    public void admit(UUID request, String authority) {
        jdbc.sql("delete from documents.given_up where request = :request and authority = :authority")
                .param("request", request)
                .param("authority", authority)
                .update();
        jdbc.sql("""
                        insert into documents.reader (request, authority, since) values (:request, :authority, :since)
                        on conflict (request, authority) do update set until = null
                        """)
                .param("request", request)
                .param("authority", authority)
                .param("since", now())
                .update();
    }

    /** The same for an authority that another one lets read with it: what is withheld from that one, or confined, it does not read. Within the caller's transaction. */
    public void admit(UUID request, String authority, String through) {
        jdbc.sql("""
                        insert into documents.reader (request, authority, since, through) values (:request, :authority, :since, :through)
                        """)
                .param("request", request)
                .param("authority", authority)
                .param("since", now())
                .param("through", through)
                .update();
    }

    /** Whether the file stays between the two authorities of its request, and goes to nobody who reads through one of them. Within the caller's transaction. */
    public void confine(UUID id, boolean confined) {
        jdbc.sql("update documents.sealed_file set confined = :confined where id = :id")
                .param("confined", confined)
                .param("id", id)
                .update();
    }

    /** Officers of this authority go on reading what was brought until now, and nothing that comes. Within the caller's transaction. */
    public void dismiss(UUID request, String authority) {
        jdbc.sql("update documents.reader set until = :now where request = :request and authority = :authority")
                .param("now", now())
                .param("request", request)
                .param("authority", authority)
                .update();
    }

    /** Officers of this authority do not read the file before {@link #release}, though an act brought it. Within the caller's transaction. */
    public void withhold(UUID id, String authority) {
        jdbc.sql("update documents.sealed_file set withheld_from = :authority where id = :id")
                .param("authority", authority)
                .param("id", id)
                .update();
    }

    public void release(UUID id) {
        jdbc.sql("update documents.sealed_file set withheld_from = null where id = :id")
                .param("id", id)
                .update();
    }

    /**
     * An act brings a file to its request: from here on it stays. Within the caller's transaction.
     *
     * @param authority the authority of the act's author
     * @throws Refused when the file is not complete, not of that authority and request, was brought before, or has another hash or size
     */
    public void bring(UUID id, UUID request, String authority, String sha256, long size) {
        var brought = jdbc.sql("""
                        update documents.sealed_file set brought_at = :now
                        where id = :id and request = :request and authority = :authority and completed_at is not null
                          and sha256 = :sha256 and size = :size and brought_at is null
                        """)
                .param("now", now())
                .param("id", id)
                .param("request", request)
                .param("authority", authority)
                .param("sha256", sha256)
                .param("size", size)
                .update();
        if (brought != 1) {
            throw DocumentsRefusal.NOT_THE_FILE.refused();
        }
        jdbc.sql("delete from documents.ticket where sealed_file = :id")
                .param("id", id)
                .update();
    }

    /** Writes {@code length} bytes of the file, from the byte {@code from} on. */
    public void write(SealedFile file, long from, long length, OutputStream out) throws IOException {
        var at = from;
        var end = from + length;
        while (at < end) {
            var number = (int) (at / SealedFile.CHUNK);
            var offset = (int) (at % SealedFile.CHUNK);
            var bytes = chunk(file.id(), number);
            var count = (int) Math.min(bytes.length - offset, end - at);
            out.write(bytes, offset, count);
            at += count;
        }
    }

    /** The whole file as a stream that holds one chunk at a time. */
    public InputStream read(SealedFile file) {
        return new ChunkStream(file.chunks(), number -> chunk(file.id(), number));
    }

    /** What an officer of the same authority began, finished or not. Locked, so that chunks and completion take turns. */
    SealedFile requireOwn(UUID id, Viewer viewer) {
        return own(id, viewer, "for update");
    }

    /** The same, for one of many chunks that may arrive side by side, though not while the file is being completed. */
    SealedFile requireOwnShared(UUID id, Viewer viewer) {
        return own(id, viewer, "for share");
    }

    Optional<SealedFile> find(UUID id) {
        return jdbc.sql(FILE + "where id = :id")
                .param("id", id)
                .query(SealedFiles::file)
                .optional();
    }

    byte[] chunk(UUID file, int number) {
        return jdbc.sql("select bytes from documents.chunk where sealed_file = :file and number = :number")
                .param("file", file)
                .param("number", number)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private SealedFile own(UUID id, Viewer viewer, String lock) {
        return jdbc.sql(FILE + "where id = :id and authority = :authority " + lock)
                .param("id", id)
                .param("authority", viewer.requireAuthority())
                .query(SealedFiles::file)
                .optional()
                .orElseThrow(Refused::absent);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static SealedFile file(ResultSet row, int index) throws SQLException {
        return new SealedFile(
                row.getObject("id", UUID.class),
                row.getObject("request", UUID.class),
                row.getString("authority"),
                row.getLong("size"),
                row.getString("sha256"),
                instant(row, "completed_at"),
                instant(row, "brought_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
