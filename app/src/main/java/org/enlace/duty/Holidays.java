package org.enlace.duty;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The public holidays of the states: the library's, with what each state said over them. Open to all. */
@Component
class Holidays {

    private final JdbcClient sql;
    private final LibraryHolidays library;
    private final Clock clock;

    Holidays(JdbcClient sql, LibraryHolidays library, Clock clock) {
        this.sql = sql;
        this.library = library;
        this.clock = clock;
    }

    HolidayYear of(StateCode state, int year) {
        var confirmation = confirmation(state, year).orElse(null);
        var days = new TreeMap<LocalDate, Holiday>();
        if (confirmation == null) {
            days.putAll(library.of(state, year));
        }
        sql.sql("""
                select distinct on (day) * from duty.holiday_fact
                where state = :state and day between :first and :last order by day, at desc, id desc""")
                .param("state", state.iso3())
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(Holidays::holiday)
                .list()
                .forEach(holiday -> days.put(holiday.day(), holiday));
        return new HolidayYear(state, year, days, confirmation);
    }

    /** The state says a day that is not in the list, or one again that it had taken out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(StateCode state, LocalDate day, Holiday.Name name, Viewer viewer) {
        put(state, day, Holiday.Kind.ADDED, name, null, viewer);
    }

    /** "We work that day." */
    @Transactional(propagation = Propagation.MANDATORY)
    public void work(StateCode state, Holiday holiday, Viewer viewer) {
        put(state, holiday.day(), Holiday.Kind.WORKED, holiday.name(), null, viewer);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void move(StateCode state, Holiday holiday, LocalDate to, Viewer viewer) {
        put(state, holiday.day(), Holiday.Kind.MOVED_AWAY, holiday.name(), to, viewer);
        put(state, to, Holiday.Kind.MOVED_HERE, holiday.name(), holiday.day(), viewer);
    }

    /** Takes over as the state's own word what only the library said, so that a newer library changes nothing in a year that the state confirmed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(HolidayYear shown, Viewer viewer) {
        shown.days().values().stream()
                .filter(Holiday::isOfLibrary)
                .forEach(holiday ->
                        put(shown.state(), holiday.day(), Holiday.Kind.CONFIRMED, holiday.name(), null, viewer));
        sql.sql("insert into duty.holiday_year (id, state, year, by, by_name, at)"
                        + " values (:id, :state, :year, :by, :byName, :at)")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("state", shown.state().iso3())
                .param("year", shown.year())
                .param("by", viewer.requireAccount())
                .param("byName", viewer.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<HolidayYear.Confirmation> confirmation(StateCode state, int year) {
        return sql.sql("select by_name, at from duty.holiday_year where state = :state and year = :year"
                        + " order by at desc limit 1")
                .param("state", state.iso3())
                .param("year", year)
                .query((row, number) -> new HolidayYear.Confirmation(
                        row.getString("by_name"), row.getTimestamp("at").toInstant()))
                .optional();
    }

    private void put(
            StateCode state,
            LocalDate day,
            Holiday.Kind kind,
            Holiday.Name name,
            @Nullable LocalDate otherDay,
            Viewer viewer) {
        sql.sql("""
                insert into duty.holiday_fact (id, state, day, kind, library_key, name, name_language, other_day, by, by_name, at)
                values (:id, :state, :day, :kind, :key, :name, :language, :other, :by, :byName, :at)""")
                .param("id", Generators.timeBasedEpochGenerator().generate())
                .param("state", state.iso3())
                .param("day", day)
                .param("kind", kind.name())
                .param("key", name.libraryKey())
                .param("name", name.text())
                .param("language", name.language())
                .param("other", otherDay, Types.DATE)
                .param("by", viewer.requireAccount())
                .param("byName", viewer.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static Holiday holiday(ResultSet row, int number) throws SQLException {
        return new Holiday(
                row.getObject("day", LocalDate.class),
                new Holiday.Name(row.getString("library_key"), row.getString("name"), row.getString("name_language")),
                new Holiday.Word(
                        Holiday.Kind.valueOf(row.getString("kind")),
                        row.getObject("other_day", LocalDate.class),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()));
    }
}
