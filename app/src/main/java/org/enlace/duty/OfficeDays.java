package org.enlace.duty;

import com.fasterxml.uuid.Generators;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The days of single authorities over those of their states: a court's recess, a Saturday that is worked. Open to all. */
@Component
class OfficeDays {

    private final JdbcClient sql;
    private final Clock clock;

    OfficeDays(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** From a day on, that day included, the next first. */
    List<OfficeDay> from(String authority, LocalDate first) {
        return of(authority, first, LocalDate.of(LibraryHolidays.LAST_YEAR, 12, 31), clock.instant());
    }

    /** Those of a year as they had been said by a moment, by day. */
    Map<LocalDate, OfficeDay> of(String authority, int year, Instant by) {
        return of(authority, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), by).stream()
                .collect(Collectors.toMap(OfficeDay::day, day -> day));
    }

    Optional<OfficeDay> find(String authority, LocalDate day) {
        return of(authority, day, day, clock.instant()).stream().findFirst();
    }

    private List<OfficeDay> of(String authority, LocalDate first, LocalDate last, Instant by) {
        return sql
                .sql("""
                select distinct on (day) * from duty.office_day
                where authority = :authority and day between :first and :last and at <= :by order by day, at desc, id desc""")
                .param("authority", authority)
                .param("first", first)
                .param("last", last)
                .param("by", Timestamp.from(by))
                .query((row, number) -> new OfficeDay(
                        row.getObject("day", LocalDate.class),
                        OfficeDay.Word.valueOf(row.getString("word")),
                        row.getString("name"),
                        row.getString("name_language"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .filter(day -> day.word() != OfficeDay.Word.AS_STATE)
                .toList();
    }

    /** @param name why; empty for {@link OfficeDay.Word#AS_STATE} only */
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(String authority, LocalDate day, OfficeDay.Word word, String name, Viewer viewer) {
        sql.sql("""
                insert into duty.office_day (id, authority, day, word, name, name_language, by, by_name, at)
                values (:id, :authority, :day, :word, :name, :language, :by, :byName, :at)""")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("authority", authority)
                .param("day", day)
                .param("word", word.name())
                .param("name", name)
                .param("language", viewer.language().tag())
                .param("by", viewer.requireAccount())
                .param("byName", viewer.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
