package org.enlace.drafting;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.enlace.keys.SealedThings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The drafts that only an authority's key opens, and what was typed into acts and is not signed. */
@Configuration
class SealedDrafts {

    @Bean
    @Order(5)
    SealedThings drafts(JdbcClient jdbc) {
        return new SealedThings(
                "drafting",
                "lost.drafts",
                authority -> jdbc.sql("""
                        select count(*) as number, min(begun_at) as oldest, max(saved_at) as newest
                        from (select begun_at, saved_at from drafting.draft where authority = :authority
                              union all
                              select saved_at, saved_at from drafting.unsigned_act where authority = :authority) sealed""")
                        .param("authority", authority)
                        .query((row, index) -> new SealedThings.Tally(
                                row.getInt("number"),
                                instant(row.getObject("oldest", OffsetDateTime.class)),
                                instant(row.getObject("newest", OffsetDateTime.class))))
                        .single());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
