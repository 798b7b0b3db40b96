package org.enlace.duty;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls to be sure of.
 *
 * <p>Threat: somebody rings at night and says they are another state's contact point. A code proves that an officer signed in there asked for it, for this very
 * counterpart, minutes ago. It does not prove that the voice is that officer's. Guessing is counted before each try by {@link org.enlace.access.Doorkeeper}, and what
 * is wrong, expired, used or for somebody else has one and the same answer.
 */
@Component
class Calls {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final int CODES = 100_000_000;
    private static final Duration SHOWN = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALL = """
            select c.*, k.account as check_account, k.name as check_name, k.function as check_function, k.at as check_at
            from duty.call_code c left join duty.call_check k on k.call = c.id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Calls(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A new code for the viewer's authority and the other one. */
    @Transactional
    public UUID issue(Call.Side side, String other, Viewer viewer) {
        var id = Shifts.newId();
        var now = clock.instant();
        sql.sql("""
                insert into duty.call_code (id, code, side, issuer, account, name, function, checker, at, expires)
                values (:id, :code, :side, :issuer, :account, :name, :function, :checker, :at, :expires)""")
                .param("id", id)
                .param("code", String.format(Locale.ROOT, "%08d", RANDOM.nextInt(CODES)))
                .param("side", side.name())
                .param("issuer", viewer.requireAuthority())
                .param("account", viewer.requireAccount())
                .param("name", viewer.name())
                .param("function", viewer.function())
                .param("checker", other)
                .param("at", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return id;
    }

    /** Uses the code up. Empty when it verifies nobody for this viewer, for whatever reason. */
    @Transactional
    public Optional<Call> check(String code, Viewer viewer) {
        return sql.sql(ALL + """
                        where c.checker = :authority and c.code = :code and c.at <= :now and c.expires > :now and k.call is null
                        order by c.at limit 1""")
                .param("authority", viewer.requireAuthority())
                .param("code", code)
                .param("now", Timestamp.from(clock.instant()))
                .query(Calls::call)
                .optional()
                .filter(call -> use(call, viewer));
    }

    Call require(UUID id, Viewer viewer) {
        return sql.sql(ALL + "where c.id = :id")
                .param("id", id)
                .query(Calls::call)
                .optional()
                .filter(call -> call.isSeenBy(viewer))
                .orElseThrow(Refused::absent);
    }

    /** Those of the viewer's authority with any other, newest first: what it asked for, and what was verified. */
    List<Call> of(Viewer viewer) {
        return sql
                .sql(ALL + """
                        where (c.issuer = :authority or c.checker = :authority) and c.at > :since order by c.at desc limit 50""")
                .param("authority", viewer.requireAuthority())
                .param("since", Timestamp.from(clock.instant().minus(SHOWN)))
                .query(Calls::call)
                .list()
                .stream()
                .filter(call -> call.isSeenBy(viewer))
                .toList();
    }

    private boolean use(Call call, Viewer viewer) {
        return sql.sql("""
                        insert into duty.call_check (call, account, name, function, at)
                        values (:call, :account, :name, :function, :at) on conflict do nothing""")
                        .param("call", call.id())
                        .param("account", viewer.requireAccount())
                        .param("name", viewer.name())
                        .param("function", viewer.function())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        var checked = row.getObject("check_account", UUID.class);
        return new Call(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Call.Side.valueOf(row.getString("side")),
                row.getString("issuer"),
                new HandOver.Officer(
                        row.getObject("account", UUID.class), row.getString("name"), row.getString("function")),
                row.getString("checker"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("expires").toInstant(),
                checked == null
                        ? null
                        : new Call.Check(
                                new HandOver.Officer(
                                        checked, row.getString("check_name"), row.getString("check_function")),
                                row.getTimestamp("check_at").toInstant()));
    }
}
