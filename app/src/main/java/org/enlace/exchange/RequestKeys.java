package org.enlace.exchange;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.procedure.ProcedureRefusal;
import org.enlace.procedure.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The request keys as they were sealed to the authorities that have a part in it. The server can open none of them. */
@Component
class RequestKeys {

    private final JdbcClient jdbc;
    private final Readings readings;

    RequestKeys(JdbcClient jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    void keep(UUID request, Submission.SealedKey key) {
        jdbc.sql("""
                        insert into exchange.request_key values (:request, :authority, :generation, :sealed)
                        on conflict (request, authority) do update set generation = excluded.generation, sealed = excluded.sealed
                        """)
                .param("request", request)
                .param("authority", key.authority())
                .param("generation", key.generation())
                .param("sealed", key.bytes())
                .update();
    }

    /** For good: a request withdrawn before it was opened can never be read by those it was sent to, nor one that an authority gave up by that authority. */
    void remove(UUID request, String authority) {
        jdbc.sql("delete from exchange.request_key where request = :request and authority = :authority")
                .param("request", request)
                .param("authority", authority)
                .update();
    }

    /** Whether any authority can still open the request. */
    boolean isKeptByAnybody(UUID request) {
        return jdbc.sql("select exists (select 1 from exchange.request_key where request = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /** To somebody whose authority opened the request, and noted first: whoever cannot be noted gets no key (decision 0065). */
    Copy handOut(Request request, Viewer viewer) {
        if (!request.isReadableBy(viewer)) {
            throw ProcedureRefusal.NOT_OPENED.refused();
        }
        var copy = find(request.id(), viewer.requireAuthority()).orElseThrow(Refused::absent);
        readings.note(request.id(), viewer);
        return copy;
    }

    Optional<Copy> find(UUID request, String authority) {
        return jdbc.sql(
                        "select authority, generation, sealed from exchange.request_key where request = :request and authority = :authority")
                .param("request", request)
                .param("authority", authority)
                .query((row, index) -> new Copy(
                        row.getString("authority"),
                        row.getInt("generation"),
                        Base64.getEncoder().encodeToString(row.getBytes("sealed"))))
                .optional();
    }

    /**
     * As it goes to a browser.
     *
     * @param sealed base64 of the age file
     */
    record Copy(String authority, int generation, String sealed) {}
}
