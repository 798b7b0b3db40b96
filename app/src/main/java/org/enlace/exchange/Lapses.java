package org.enlace.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Preservations that ran out, and about which nobody has decided yet: incidents, for those who coordinate the requesting state. */
@Component
public class Lapses {

    /** Beyond so many a list is read by nobody. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Lapses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Nothing of the matter, and not even whom it was asked of.
     *
     * @param authority the requesting one
     * @param until the first moment after the last day guaranteed
     * @param zone of the requested authority, in which that day ended
     * @param extensionAsked whether an extension was asked for and not granted
     */
    public record Lapse(String reference, String authority, Instant until, ZoneId zone, boolean extensionAsked) {}

    /**
     * The latest first.
     *
     * @throws Refused absent, for whoever coordinates no state
     */
    public List<Lapse> of(Viewer viewer) {
        var state = viewer.state();
        if (state == null || !viewer.is(Role.COORDINATOR)) {
            throw Refused.absent();
        }
        return jdbc.sql("""
                        select r.reference, r.requesting_authority, s.guaranteed_until, s.requested_zone, s.extension_asked
                        from exchange.standing s join exchange.request r on r.id = s.request
                        where s.stage = 'preserved' and not s.extended and s.guaranteed_until <= :now and r.requesting_state = :state
                        order by s.guaranteed_until desc, r.reference limit :most
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("state", state.iso3())
                .param("most", MOST)
                .query((row, index) -> new Lapse(
                        row.getString("reference"),
                        row.getString("requesting_authority"),
                        row.getObject("guaranteed_until", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("requested_zone")),
                        row.getBoolean("extension_asked")))
                .list();
    }
}
