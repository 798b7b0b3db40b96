package org.enlace.exchange;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.enlace.documents.SealedFiles;
import org.enlace.keys.SealedThings;
import org.enlace.keys.SealedThings.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the exchange only an authority's key opens. */
@Configuration
class SealedHere {

    private static final String REQUESTS = """
            select count(*) as number, min(r.sent_at) as oldest, max(r.sent_at) as newest
            from exchange.request_key k join exchange.request r on r.id = k.request where k.authority = :authority""";

    private static final String OPEN = """
            select count(*) as number, min(r.sent_at) as oldest, max(r.sent_at) as newest
            from exchange.request_key k join exchange.request r on r.id = k.request join exchange.standing s on s.request = r.id
            where k.authority = :authority and s.stage not in ('declined', 'withdrawn', 'lapsed', 'closed', 'received')""";

    private static final String RESULTS = """
            select count(*) as number, min(a.at) as oldest, max(a.at) as newest
            from exchange.request_key k join exchange.act a on a.request = k.request and a.kind = 'result' where k.authority = :authority""";

    @Bean
    @Order(1)
    SealedThings sealedRequests(JdbcClient jdbc) {
        return new SealedThings("exchange", "lost.requests", authority -> tally(REQUESTS, authority, jdbc));
    }

    @Bean
    @Order(2)
    SealedThings sealedOpenRequests(JdbcClient jdbc) {
        return new SealedThings("exchange", "lost.open", authority -> tally(OPEN, authority, jdbc));
    }

    @Bean
    @Order(3)
    SealedThings sealedResults(JdbcClient jdbc) {
        return new SealedThings("exchange", "lost.results", authority -> tally(RESULTS, authority, jdbc));
    }

    @Bean
    @Order(4)
    SealedThings sealedFiles(SealedFiles files) {
        return new SealedThings("exchange", "lost.files", authority -> {
            var held = files.heldFor(authority);
            return new Tally(held.count(), held.oldest(), held.newest());
        });
    }

    private static Tally tally(String sql, String authority, JdbcClient jdbc) {
        return jdbc.sql(sql)
                .param("authority", authority)
                .query((row, index) -> new Tally(
                        row.getInt("number"),
                        instant(row.getObject("oldest", OffsetDateTime.class)),
                        instant(row.getObject("newest", OffsetDateTime.class))))
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
