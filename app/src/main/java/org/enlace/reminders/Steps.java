package org.enlace.reminders;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that were taken. */
@Component
class Steps {

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

    /** All that were ever taken for a request and told somebody, in order. */
    List<Taken> told(UUID request) {
        return jdbc.sql("""
                        select step, taken, mailed from reminders.step where request = :request and mailed > 0 order by taken, step
                        """)
                .param("request", request)
                .query((row, index) -> new Taken(
                        Step.of(row.getString("step")),
                        row.getObject("taken", OffsetDateTime.class).toInstant(),
                        row.getInt("mailed")))
                .list();
    }

    /** @return whether it was taken now; not, when another process just did */
    boolean take(UUID request, Step step, Instant due, Instant now, int mailed) {
        return jdbc.sql("""
                                insert into reminders.step values (:request, :step, :due, :now, :mailed) on conflict do nothing
                                """)
                        .param("request", request)
                        .param("step", step.code())
                        .param("due", utc(due))
                        .param("now", utc(now))
                        .param("mailed", mailed)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
