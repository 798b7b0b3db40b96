package org.enlace.directory;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who said that an entry is still right, and how far each can be relied on. */
@Component
class Confirmations {

    /** What an authority is and who answers changes with every government and rota: half a year is as long as a word is good. */
    private static final int MONTHS = 6;

    private final JdbcClient sql;
    private final Reports reports;
    private final Clock clock;

    Confirmations(JdbcClient sql, Reports reports, Clock clock) {
        this.sql = sql;
        this.reports = reports;
        this.clock = clock;
    }

    /** @param by the account, or null for whoever reads the mailbox */
    void add(String entry, Confirmation.Way way, @Nullable UUID by, String byName, Instant at) {
        sql.sql("""
                        insert into directory.confirmation (id, entry, way, by, by_name, at, expires)
                        values (:id, :entry, :way, :by, :name, :at, :expires)
                        """)
                .param("id", Generators.timeBasedEpochRandomGenerator().generate())
                .param("entry", entry)
                .param("way", way.name())
                .param("by", by, java.sql.Types.OTHER)
                .param("name", byName)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", Everywhere.day(at).plusMonths(MONTHS))
                .update();
    }

    /** How far each entry that somebody confirmed or reported can be relied on; who is not in it was never confirmed. */
    Freshnesses on(LocalDate day) {
        Map<String, Confirmation> confirmed = sql
                .sql("select entry, way, by_name, at, expires from directory.confirmation")
                .query(Confirmations::confirmation)
                .list()
                .stream()
                .filter(one -> !Everywhere.day(one.at()).isAfter(day))
                .collect(Collectors.toMap(Confirmation::entry, Function.identity(), Confirmations::later));
        return new Freshnesses(day, confirmed, open(reports.on(day), confirmed));
    }

    /** The reports that nobody has answered by now, what is due first. */
    List<Report> openReports() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return on(today).reports();
    }

    /** A later word about the entry, or about all of its authority, settles what was only said. */
    private static List<Report> open(Stream<Report> reports, Map<String, Confirmation> confirmed) {
        return reports.filter(report -> Stream.of(report.entry(), report.authority())
                        .map(confirmed::get)
                        .noneMatch(word -> word != null && word.at().isAfter(report.at())))
                .toList();
    }

    private static Confirmation later(Confirmation one, Confirmation other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    private static Confirmation confirmation(ResultSet row, int number) throws SQLException {
        return new Confirmation(
                row.getString("entry"),
                Confirmation.Way.valueOf(row.getString("way")),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("expires", LocalDate.class));
    }

    /**
     * All words about entries that count on one day.
     *
     * @param reports the unsettled ones, what is due first
     */
    record Freshnesses(LocalDate day, Map<String, Confirmation> confirmed, List<Report> reports) {

        /** @param entered when the entry became as it is, or null when it is the dataset's: a word given before that was about something else */
        Freshness of(String entry, @Nullable Instant entered) {
            var word = confirmed.get(entry);
            var stands = word != null && (entered == null || !word.at().isBefore(entered));
            return new Freshness(day, stands ? word : null, report(entry));
        }

        private @Nullable Report report(String entry) {
            return reports.stream()
                    .filter(report ->
                            report.entry().equals(entry) || report.authority().equals(entry))
                    .findFirst()
                    .orElse(null);
        }
    }
}
