package org.enlace.duty;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The shifts of all authorities, every version of each. What of them may be shown to whom is for {@link OnCall} and the pages of whoever keeps the rota. */
@Component
class Shifts {

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Clock clock;

    Shifts(JdbcClient sql, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    Rota rota(Authority authority) {
        return new Rota(
                authority.zone(),
                of(authority.id()),
                accounts.officersOf(authority.id()).stream()
                        .collect(Collectors.toMap(Account::id, Function.identity())));
    }

    Optional<Shift> find(String authority, UUID id) {
        return of(authority).stream().filter(shift -> shift.id().equals(id)).findFirst();
    }

    /** A new shift has no version yet; of one that is there, the next version is written unless somebody else wrote it first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean save(Shift shift, Viewer viewer) {
        return write(shift, false, viewer);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(Shift shift, Viewer viewer) {
        return write(shift, true, viewer);
    }

    static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    private List<Shift> of(String authority) {
        return sql.sql("""
                        select * from (select distinct on (id) * from duty.shift where authority = :authority
                                       order by id, version desc) newest
                        where not removed order by rhythm desc, from_day, from_time, id""").param("authority", authority).query(Shifts::shift).list();
    }

    private boolean write(Shift shift, boolean removed, Viewer viewer) {
        var written = sql.sql("""
                        insert into duty.shift (id, version, authority, rhythm, days, from_day, from_time, until_day, until_time,
                            account, function, telephone, nobody, languages, removed, by, by_name, at)
                        values (:id, :version, :authority, :rhythm, :days, :fromDay, :fromTime, :untilDay, :untilTime,
                            :account, :function, :telephone, :nobody, :languages, :removed, :by, :byName, :at)
                        on conflict on constraint shift_pk do nothing""")
                .param("id", shift.id())
                .param("version", shift.version() + 1)
                .param("authority", shift.authority())
                .param("rhythm", shift.rhythm().name())
                .param("days", written(shift.days()))
                .param("fromDay", shift.from().toLocalDate())
                .param("fromTime", shift.from().toLocalTime())
                .param("untilDay", shift.untilDay(), Types.DATE)
                .param("untilTime", shift.untilTime())
                .param("account", shift.who().account(), Types.OTHER)
                .param("function", shift.who().function())
                .param("telephone", shift.who().telephone())
                .param("nobody", shift.who().nobody())
                .param("languages", String.join(";", shift.languages()))
                .param("removed", removed)
                .param("by", viewer.requireAccount())
                .param("byName", viewer.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return written == 1;
    }

    private static String written(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining());
    }

    private static Shift shift(ResultSet row, int number) throws SQLException {
        return new Shift(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("authority"),
                Shift.Rhythm.valueOf(row.getString("rhythm")),
                row.getString("days")
                        .chars()
                        .mapToObj(day -> DayOfWeek.of(day - '0'))
                        .collect(Collectors.toSet()),
                row.getObject("from_day", LocalDate.class).atTime(row.getObject("from_time", LocalTime.class)),
                row.getObject("until_day", LocalDate.class),
                row.getObject("until_time", LocalTime.class),
                new Shift.Who(
                        row.getObject("account", UUID.class),
                        row.getString("function"),
                        row.getString("telephone"),
                        row.getBoolean("nobody")),
                Arrays.stream(row.getString("languages").split(";"))
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                new Shift.Edit(
                        row.getObject("by", UUID.class),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()));
    }
}
