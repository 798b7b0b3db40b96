package org.enlace.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What delegations said in meetings about entries. */
@Component
class Reports {

    private static final String REPORT = """
            select r.* from directory.report r
            where not exists (select 1 from directory.report_withdrawal w where w.report = r.id)
            """;

    private final JdbcClient sql;

    Reports(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param by the account, or null for whoever reads the authority's mailbox */
    void add(Report report, @Nullable UUID by) {
        sql.sql("""
                        insert into directory.report (id, entry, state, said, meeting, due, by, by_name, at)
                        values (:id, :entry, :state, :said, :meeting, :due, :by, :name, :at)
                        """)
                .param("id", report.id())
                .param("entry", report.entry())
                .param("state", report.state().iso3())
                .param("said", report.said())
                .param("meeting", report.meeting())
                .param("due", report.due())
                .param("by", by, java.sql.Types.OTHER)
                .param("name", report.byName())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those made until the end of this day and not taken back, what is due first; settled or not. */
    Stream<Report> on(LocalDate day) {
        return sql.sql(REPORT + " order by r.due, r.at").query(Reports::report).list().stream()
                .filter(report -> !Everywhere.day(report.at()).isAfter(day));
    }

    Optional<Report> find(UUID id) {
        return sql.sql(REPORT + " and r.id = :id")
                .param("id", id)
                .query(Reports::report)
                .optional();
    }

    void withdraw(Report report, String reason, Viewer viewer, java.time.Instant at) {
        sql.sql("""
                        insert into directory.report_withdrawal (report, reason, by, by_name, at)
                        values (:report, :reason, :by, :name, :at) on conflict (report) do nothing
                        """)
                .param("report", report.id())
                .param("reason", reason)
                .param("by", viewer.requireAccount())
                .param("name", viewer.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("entry"),
                new StateCode(row.getString("state")),
                row.getString("said"),
                row.getString("meeting"),
                row.getObject("due", LocalDate.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
