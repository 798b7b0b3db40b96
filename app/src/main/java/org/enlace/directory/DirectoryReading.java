package org.enlace.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.enlace.states.Span;
import org.jspecify.annotations.Nullable;

/** How rows of this room's tables become facts again. */
final class DirectoryReading {

    private DirectoryReading() {}

    static Authority authority(ResultSet row, int number) throws SQLException {
        return new Authority(
                row.getString("id"),
                new StateCode(row.getString("state")),
                Authority.Kind.valueOf(row.getString("kind")),
                row.getString("original_name"),
                row.getString("original_language"),
                Multilingual.of(
                        row.getString("name_en"),
                        row.getString("name_es"),
                        row.getString("name_fr"),
                        row.getString("name_pt")),
                row.getString("parent"),
                new Authority.Reach(
                        ZoneId.of(row.getString("zone")),
                        list(row.getString("languages")),
                        hours(row),
                        row.getBoolean("always_open"),
                        row.getString("mailbox"),
                        row.getString("deputy_mailbox")),
                new Authority.Published(
                        row.getString("website"), row.getString("public_email"), row.getString("public_telephone")),
                new Authority.Provenance(
                        row.getString("source"),
                        date(row.getString("seen")),
                        row.getString("note"),
                        row.getBoolean("sample"),
                        row.getBoolean("listed"),
                        moment(row.getObject("entered", OffsetDateTime.class))),
                Freshness.NONE);
    }

    static Designation designation(ResultSet row, int number) throws SQLException {
        var evidence = row.getString("evidence");
        return new Designation(
                row.getString("authority"),
                row.getString("instrument"),
                Function.valueOf(row.getString("function")),
                row.getString("article"),
                list(row.getString("languages")),
                new Span(date(row.getString("since")), date(row.getString("until"))),
                evidence == null ? null : Designation.Evidence.valueOf(evidence),
                row.getString("source"),
                date(row.getString("seen")),
                row.getString("note"),
                row.getBoolean("sample"));
    }

    private static @Nullable OfficeHours hours(ResultSet row) throws SQLException {
        var opens = row.getObject("opens", LocalTime.class);
        var closes = row.getObject("closes", LocalTime.class);
        return opens == null || closes == null ? null : new OfficeHours(opens, closes);
    }

    private static List<String> list(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(";"));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static @Nullable FactDate date(@Nullable String stored) {
        return stored == null ? null : FactDate.parse(stored).orElseThrow();
    }
}
