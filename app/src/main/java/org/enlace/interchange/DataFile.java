package org.enlace.interchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.ledger.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The data behind a printed directory, the same in every language: a table whose bytes are hashed, so its columns and their order never change
 * ({@code docs/protocols/directory.md}). It holds no day: as long as nothing changes, its bytes stay the same.
 */
record DataFile(String text) {

    private static final List<String> COLUMNS = List.of(
            ("row,authority,state,kind,name,name_language,parent,languages,zone,always_open,opens,closes,website,email,telephone,"
                            + "freshness,confirmed_on,confirmed_until,confirmed_how,team,team_standing,team_email,team_telephone,pgp_fingerprint,"
                            + "instrument,function,article,since,until,evidence,source,seen,note,sample")
                    .split(","));

    static DataFile of(List<Extract.Listed> entries) {
        return new DataFile(Table.of(
                COLUMNS,
                entries.stream()
                        .flatMap(entry -> Stream.concat(
                                Stream.of(row(entry.authority())),
                                entry.designations().stream().map(one -> row(one, entry.authority()))))
                        .toList()));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Hash sha256() {
        return Hash.sha256(bytes());
    }

    private static List<String> row(Authority authority) {
        var cells = new ArrayList<>(who("authority", authority));
        var hours = authority.reach().hours();
        cells.addAll(List.of(
                authority.originalLanguage(),
                authority.parent(),
                String.join(";", authority.reach().languages()),
                authority.zone().getId(),
                yes(authority.reach().alwaysOpen()),
                hours == null ? "" : hours.opens().toString(),
                hours == null ? "" : hours.closes().toString(),
                authority.published().website(),
                authority.published().email(),
                authority.published().telephone(),
                Choice.code(authority.freshness().mark()),
                day(authority.freshness().confirmedOn()),
                day(authority.freshness().goodUntil()),
                Objects.toString(authority.freshness().confirmedHow(), "")));
        cells.addAll(team(authority));
        cells.addAll(List.of("", "", "", "", "", ""));
        cells.addAll(List.of(
                authority.provenance().source(),
                Objects.toString(authority.provenance().seen(), ""),
                authority.provenance().note(),
                yes(authority.isSample())));
        return cells;
    }

    private static List<String> team(Authority authority) {
        var csirt = authority.csirt();
        return csirt == null
                ? List.of("", "", "", "", "")
                : List.of(
                        csirt.name(),
                        Choice.code(csirt.standing()),
                        csirt.contact().email(),
                        csirt.contact().telephone(),
                        csirt.pgp().fingerprint());
    }

    private static List<String> row(Designation designation, Authority authority) {
        var cells = new ArrayList<>(who("designation", authority));
        cells.addAll(List.of("", "", String.join(";", designation.languages())));
        while (cells.size() < COLUMNS.indexOf("instrument")) {
            cells.add("");
        }
        var evidence = designation.evidence();
        cells.addAll(List.of(
                designation.instrument(),
                designation.function().code(),
                designation.article(),
                Objects.toString(designation.span().since(), ""),
                Objects.toString(designation.span().until(), ""),
                evidence == null ? "" : Choice.code(evidence),
                designation.source(),
                Objects.toString(designation.seen(), ""),
                designation.note(),
                yes(designation.sample())));
        return cells;
    }

    private static List<String> who(String row, Authority authority) {
        return List.of(
                row, authority.id(), authority.state().iso3(), Choice.code(authority.kind()), authority.originalName());
    }

    private static String day(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }
}
