package org.enlace.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers need to go on with their own uploads after the page was closed: one small age file each, which only its owner can make or open. There are never more
 * of them than files that an authority may have waiting.
 */
@Component
public class Tickets {

    /** Bytes; a name of 255 letters of any script fits. */
    static final int LARGEST = 8192;

    private final JdbcClient jdbc;
    private final HalfWritten halfWritten;
    private final DocumentsSettings settings;

    Tickets(JdbcClient jdbc, HalfWritten halfWritten, DocumentsSettings settings) {
        this.jdbc = jdbc;
        this.halfWritten = halfWritten;
        this.settings = settings;
    }

    /**
     * An upload that its owner may go on with.
     *
     * @param until when it is forgotten if nothing more of it comes, or no act brings it; null while it is whole and something half written may name it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Begun(SealedFile file, byte[] ticket, @Nullable Instant until) {}

    /** Keeps the ticket of one's own upload, in place of the one before. Absent for all others, and once an act has brought the file. */
    @Transactional
    public void keep(UUID id, byte[] sealed, Viewer viewer) {
        if (!SealedFile.beginsLikeAge(sealed)) {
            throw DocumentsRefusal.NOT_SEALED.refused();
        }
        var kept = jdbc.sql("""
                        insert into documents.ticket (sealed_file, account, sealed)
                        select id, account, :sealed from documents.sealed_file
                        where id = :id and account = :account and authority = :authority and brought_at is null
                        on conflict (sealed_file) do update set sealed = excluded.sealed
                        """)
                .param("sealed", sealed)
                .param("id", id)
                .param("account", viewer.requireAccount())
                .param("authority", viewer.requireAuthority())
                .update();
        if (kept != 1) {
            throw Refused.absent();
        }
    }

    /** What this officer began for the request and no act has brought yet, oldest first; also what is complete. */
    @Transactional(readOnly = true)
    public List<Begun> begun(UUID request, Viewer viewer) {
        return jdbc.sql("""
                        select f.id, f.request, f.authority, f.size, f.sha256, f.completed_at, f.brought_at, t.sealed,
                               coalesce((select max(c.arrived_at) from documents.chunk c where c.sealed_file = f.id),
                                        f.announced_at) as last_heard
                        from documents.sealed_file f join documents.ticket t on t.sealed_file = f.id
                        where t.account = :account and f.authority = :authority and f.request = :request
                          and f.brought_at is null
                        order by f.announced_at, f.id
                        """)
                .param("account", viewer.requireAccount())
                .param("authority", viewer.requireAuthority())
                .param("request", request)
                .query(this::begun)
                .list();
    }

    /** Whoever left goes on with nothing. What arrived is their authority's: a colleague who has the sealed file goes on with it. Within the caller's transaction. */
    public void forget(UUID account) {
        jdbc.sql("delete from documents.ticket where account = :account")
                .param("account", account)
                .update();
    }

    private Begun begun(ResultSet row, int index) throws SQLException {
        var file = SealedFiles.file(row, index);
        var completed = file.completedAt();
        var lastHeard = row.getObject("last_heard", OffsetDateTime.class).toInstant();
        var until = (completed == null ? lastHeard : completed).plus(settings.keepUnfinished());
        var isKept = completed != null && halfWritten.isThere(file.request(), file.authority());
        return new Begun(file, row.getBytes("sealed"), isKept ? null : until);
    }
}
