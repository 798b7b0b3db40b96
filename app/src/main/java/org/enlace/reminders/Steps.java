package org.enlace.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.exchange.Reminded;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Reminder;
import org.enlace.ledger.Signed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that were taken. */
@Component
class Steps implements Reminded {

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one deadline: when a question was answered and the clock began again, the ladder begins again. */
    Set<Step> of(UUID request, Instant due) {
        return jdbc
                .sql("select step from reminders.step where request = :request and due = :due")
                .param("request", request)
                .param("due", utc(due))
                .query((row, index) -> Step.of(row.getString("step")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** All that were ever taken for a request, in order; those that were passed over are not among them. */
    List<Taken> taken(UUID request) {
        return jdbc.sql("""
                        select step, taken, jws, entry from reminders.step
                        where request = :request and (mailed > 0 or entry is not null) order by taken, step
                        """)
                .param("request", request)
                .query((row, index) -> new Taken(
                        Step.of(row.getString("step")),
                        row.getObject("taken", OffsetDateTime.class).toInstant(),
                        row.getString("jws") == null ? null : said(row)))
                .list();
    }

    @Override
    public List<Said> of(UUID request) {
        return jdbc.sql(
                        "select jws, entry from reminders.step where request = :request and entry is not null order by entry")
                .param("request", request)
                .query((row, index) -> said(row))
                .list();
    }

    /** @return whether it was taken now; not, when another process just did */
    boolean take(Reminder said, Instant due, Jws jws, UUID entry) {
        return jdbc.sql("""
                                insert into reminders.step (request, step, due, taken, mailed, jws, entry)
                                values (:request, :step, :due, :taken, :mailed, :jws, :entry) on conflict (request, step, due) do nothing
                                """)
                        .param("request", said.request())
                        .param("step", said.step().code())
                        .param("due", utc(due))
                        .param("taken", utc(said.time()))
                        .param(
                                "mailed",
                                said.letters().requested() + said.letters().requesting())
                        .param("jws", jws.compact())
                        .param("entry", entry)
                        .update()
                == 1;
    }

    void pass(UUID request, Step step, Instant due, Instant now) {
        jdbc.sql("""
                        insert into reminders.step (request, step, due, taken, mailed)
                        values (:request, :step, :due, :now, 0) on conflict (request, step, due) do nothing
                        """)
                .param("request", request)
                .param("step", step.code())
                .param("due", utc(due))
                .param("now", utc(now))
                .update();
    }

    private static Said said(ResultSet row) throws SQLException {
        var jws = Jws.parse(row.getString("jws"));
        if (Signed.of(jws) instanceof Reminder reminder) {
            return new Said(reminder, jws, row.getObject("entry", UUID.class));
        }
        throw new IllegalStateException("kept as a reminder, though it is none: " + jws.digest());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
