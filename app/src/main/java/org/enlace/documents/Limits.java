package org.enlace.documents;

import java.util.UUID;
import org.enlace.database.Disc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much may still come in: a file, a request, what one authority has waiting, the disc of the host. Said before the first byte, so that nobody sends for an hour in vain. */
@Component
class Limits {

    private static final long MEBIBYTE = 1 << 20;

    private final JdbcClient jdbc;
    private final Disc disc;
    private final DocumentsSettings settings;

    Limits(JdbcClient jdbc, Disc disc, DocumentsSettings settings) {
        this.jdbc = jdbc;
        this.disc = disc;
        this.settings = settings;
    }

    /**
     * All in bytes of sealed files.
     *
     * @param file the largest one
     * @param request what is left of what this request may hold
     * @param now what is left at this moment, which the disc and what the authority has waiting may narrow
     */
    record Stated(long file, long request, long now) {}

    @Transactional(readOnly = true)
    public Stated of(UUID request, String authority) {
        var left = leftOfRequest(request);
        var now = Math.min(Math.min(left, leftToWait(authority)), leftOnDisc());
        return new Stated(
                settings.largest().toBytes(),
                left,
                Math.min(now, settings.largest().toBytes()));
    }

    void requireSize(long size) {
        if (size > settings.largest().toBytes()) {
            throw DocumentsRefusal.TOO_LARGE.refused(settings.largest().toMegabytes());
        }
    }

    /** Within the transaction that has locked the authority: two announcements at once cannot both fit. */
    void require(UUID request, String authority, long size) {
        if (waiting(authority).files() >= settings.waitingFiles()) {
            throw DocumentsRefusal.TOO_MANY_WAITING.refused(settings.waitingFiles());
        }
        if (size > leftToWait(authority)) {
            throw DocumentsRefusal.TOO_MUCH_WAITING.refused(settings.waiting().toMegabytes());
        }
        var left = leftOfRequest(request);
        if (size > left) {
            throw DocumentsRefusal.REQUEST_FULL.refused(settings.request().toMegabytes(), left / MEBIBYTE);
        }
        var room = leftOnDisc();
        if (size > room) {
            throw DocumentsRefusal.NO_ROOM.refused(room / MEBIBYTE);
        }
    }

    private record Waiting(int files, long bytes) {}

    private Waiting waiting(String authority) {
        return jdbc.sql("""
                        select count(*)::integer AS files, coalesce(sum(size), 0)::bigint AS bytes from documents.sealed_file
                        where authority = :authority and brought_at is null
                        """).param("authority", authority).query(Waiting.class).single();
    }

    private long leftToWait(String authority) {
        return Math.max(0, settings.waiting().toBytes() - waiting(authority).bytes());
    }

    private long leftOfRequest(UUID request) {
        var held = jdbc.sql("select coalesce(sum(size), 0)::bigint from documents.sealed_file where request = :request")
                .param("request", request)
                .query(Long.class)
                .single();
        return Math.max(0, settings.request().toBytes() - held);
    }

    /** What was announced and has not arrived yet takes its place already. */
    private long leftOnDisc() {
        var free = disc.free();
        if (free.isEmpty()) {
            return Long.MAX_VALUE;
        }
        var coming = jdbc.sql("""
                        select coalesce(sum(size - here * 1048576::bigint), 0)::bigint from (
                            select f.size, (select count(*) from documents.chunk c where c.sealed_file = f.id) AS here
                            from documents.sealed_file f where f.completed_at is null) unfinished
                        """).query(Long.class).single();
        return Math.max(0, free.getAsLong() - settings.spare().toBytes() - Math.max(0, coming));
    }
}
