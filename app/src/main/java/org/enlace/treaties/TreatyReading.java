package org.enlace.treaties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/** How rows of this room's tables become facts again. */
final class TreatyReading {

    private TreatyReading() {}

    static Instrument instrument(ResultSet row, int number) throws SQLException {
        var rule = row.getString("force_rule");
        var mark = row.getString("force_mark");
        return new Instrument(
                row.getString("id"),
                multilingual(row, "short"),
                multilingual(row, "title"),
                row.getString("depositary"),
                date(row.getString("adopted")),
                row.getString("adopted_at"),
                date(row.getString("opened")),
                Instrument.InForce.valueOf(row.getString("in_force")),
                row.getObject("in_force_since", LocalDate.class),
                row.getString("reference"),
                row.getString("parent"),
                list(row.getString("subjects")),
                rule == null ? null : ForceRule.valueOf(rule),
                row.getString("force_article"),
                mark == null ? null : Mark.valueOf(mark),
                list(row.getString("sources")));
    }

    static TreatyAction action(ResultSet row, int number) throws SQLException {
        return new TreatyAction(
                row.getString("instrument"),
                new StateCode(row.getString("state")),
                TreatyAction.Act.valueOf(row.getString("act")),
                row.getInt("number"),
                required(row.getString("date")),
                row.getString("source"),
                row.getString("note"));
    }

    static Observation observation(ResultSet row, int number) throws SQLException {
        return new Observation(
                row.getString("instrument"),
                new StateCode(row.getString("state")),
                Observation.Position.valueOf(row.getString("position")),
                required(row.getString("seen")),
                row.getString("source"),
                row.getString("note"));
    }

    private static Multilingual multilingual(ResultSet row, String stem) throws SQLException {
        return Multilingual.of(
                row.getString(stem + "_en"),
                row.getString(stem + "_es"),
                row.getString(stem + "_fr"),
                row.getString(stem + "_pt"));
    }

    private static List<String> list(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(";"));
    }

    private static FactDate required(String stored) {
        return FactDate.parse(stored).orElseThrow();
    }

    private static @Nullable FactDate date(@Nullable String stored) {
        return stored == null ? null : required(stored);
    }
}
