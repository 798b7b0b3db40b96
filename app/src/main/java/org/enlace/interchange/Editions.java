package org.enlace.interchange;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the directory said of each state and when, for whoever holds a printed one and asks whether it is ours. */
@Component
class Editions {

    private final JdbcClient sql;
    private final Extracts extracts;

    Editions(JdbcClient sql, Extracts extracts) {
        this.sql = sql;
        this.extracts = extracts;
    }

    /** Keeps what is said now. Several servers may do so at once. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void keep() {
        var extract = extracts.today(Choice.ALL);
        extract.entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.authority().state()))
                .forEach((state, entries) -> keep(state, DataFile.of(entries), extract.at()));
    }

    /** By the whole hash or its first 16 digits or more, as people type it from paper; blanks in it do not matter. */
    List<Edition> find(String typed) {
        var hash = typed.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
        if (!hash.matches("[0-9a-f]{16,64}")) {
            return List.of();
        }
        return sql.sql(
                        "select state, sha256, first, last from interchange.edition where sha256 like :hash order by state")
                .param("hash", hash + '%')
                .query((row, n) -> new Edition(
                        new StateCode(row.getString("state")),
                        row.getString("sha256"),
                        row.getObject("first", OffsetDateTime.class).toInstant(),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The data file as it was, by its whole hash. */
    Optional<String> data(StateCode state, String sha256) {
        return sql.sql("select data from interchange.edition where state = :state and sha256 = :hash")
                .param("state", state.iso3())
                .param("hash", sha256)
                .query(String.class)
                .optional();
    }

    private void keep(StateCode state, DataFile file, Instant at) {
        sql.sql("""
                insert into interchange.edition (state, sha256, data, first, last) values (:state, :hash, :data, :at, :at)
                on conflict (state, sha256) do update set last = greatest(edition.last, excluded.last)
                """)
                .param("state", state.iso3())
                .param("hash", file.sha256().hex())
                .param("data", file.text())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * @param first when it was first seen to be so
     * @param last when it was last seen to be so
     */
    record Edition(StateCode state, String sha256, Instant first, Instant last) {}
}
