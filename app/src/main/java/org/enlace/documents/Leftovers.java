package org.enlace.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of an authority that no act has brought: they take its room until one does, or until they are removed. */
@Component
public class Leftovers {

    private final SealedFiles files;
    private final JdbcClient jdbc;
    private final DocumentsSettings settings;

    Leftovers(SealedFiles files, JdbcClient jdbc, DocumentsSettings settings) {
        this.files = files;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * @param size of the sealed bytes
     * @param completedAt null while it is on its way, or was cut off
     * @param account who uploads it
     */
    public record Leftover(
            UUID id,
            UUID request,
            long size,
            Instant announcedAt,
            @Nullable Instant completedAt,
            UUID account) {}

    /** Oldest first; never more than {@link #most}. */
    public List<Leftover> of(Viewer viewer) {
        return jdbc.sql("""
                        select id, request, size, announced_at, completed_at, account from documents.sealed_file
                        where authority = :authority and brought_at is null order by announced_at, id
                        """)
                .param("authority", viewer.requireAuthority())
                .query(Leftovers::leftover)
                .list();
    }

    /** How many of them an authority may have. */
    public int most() {
        return settings.waitingFiles();
    }

    /** Days after which one goes by itself, where nothing half written may name it. */
    public int days() {
        return Math.toIntExact(settings.keepUnfinished().toDays());
    }

    /** Forgets one, whoever of the authority uploaded it. */
    @Transactional
    public void remove(UUID id, Viewer viewer) {
        files.requireOwn(id, viewer).requireUnbrought();
        jdbc.sql("delete from documents.sealed_file where id = :id")
                .param("id", id)
                .update();
    }

    /** Forgets all of an authority for one request: what might have named them is no more. */
    @Transactional
    public void forget(UUID request, String authority) {
        jdbc.sql(
                        "delete from documents.sealed_file where request = :request and authority = :authority and brought_at is null")
                .param("request", request)
                .param("authority", authority)
                .update();
    }

    private static Leftover leftover(ResultSet row, int index) throws SQLException {
        var completed = row.getObject("completed_at", OffsetDateTime.class);
        return new Leftover(
                row.getObject("id", UUID.class),
                row.getObject("request", UUID.class),
                row.getLong("size"),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                completed == null ? null : completed.toInstant(),
                row.getObject("account", UUID.class));
    }
}
