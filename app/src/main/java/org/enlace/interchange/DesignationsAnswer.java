package org.enlace.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.jspecify.annotations.Nullable;

/**
 * Who is named for what on a day, as programs get it: one row for each designation and source.
 *
 * @param on the day asked about
 * @param at when it was asked
 */
record DesignationsAnswer(int version, LocalDate on, Instant at, List<Row> designations) {

    /**
     * @param instrument an instrument's id, or empty for all
     * @param function a function's code, or empty for all
     */
    static DesignationsAnswer of(Extract extract, String instrument, String function) {
        return new DesignationsAnswer(
                1,
                extract.on(),
                extract.at(),
                extract.entries().stream()
                        .flatMap(entry -> entry.designations().stream()
                                .map(designation -> Row.of(designation, entry.authority(), extract)))
                        .filter(row -> instrument.isEmpty() || row.instrument().equals(instrument))
                        .filter(row -> function.isEmpty() || row.function().equals(function))
                        .toList());
    }

    /** One line a designation; the columns that {@code designations.csv} of the dataset has are called as there. */
    String csv() {
        return Table.of(
                List.of(
                        ("authority,authority_name,state,instrument,function,article,languages,since,until,evidence,source,source_title,"
                                        + "source_address,seen,note,on,authority_freshness,sample")
                                .split(",")),
                designations.stream().map(row -> row.cells(on)).toList());
    }

    /**
     * @param since as exact as the source, or null when no source gives it
     * @param evidence how strong the source is: {@code notification}, {@code own-statement}, {@code foreign-guidance}, {@code review-summary},
     *     {@code press-or-copy}; or null for samples
     * @param authorityFreshness of the authority's entry
     */
    record Row(
            String authority,
            String authorityName,
            String state,
            String instrument,
            String function,
            String article,
            List<String> languages,
            @Nullable String since,
            @Nullable String until,
            @Nullable String evidence,
            AuthoritiesAnswer.@Nullable Origin source,
            String note,
            String authorityFreshness,
            boolean sample) {

        static Row of(Designation designation, Authority authority, Extract extract) {
            var evidence = designation.evidence();
            return new Row(
                    authority.id(),
                    authority.originalName(),
                    authority.state().iso3(),
                    designation.instrument(),
                    designation.function().code(),
                    designation.article(),
                    designation.languages(),
                    Objects.toString(designation.span().since(), null),
                    Objects.toString(designation.span().until(), null),
                    evidence == null ? null : Choice.code(evidence),
                    AuthoritiesAnswer.Origin.of(
                            designation.source(), Objects.toString(designation.seen(), null), extract),
                    designation.note(),
                    Choice.code(authority.freshness().mark()),
                    designation.sample());
        }

        private List<String> cells(LocalDate on) {
            return List.of(
                    authority,
                    authorityName,
                    state,
                    instrument,
                    function,
                    article,
                    String.join(";", languages),
                    Objects.toString(since, ""),
                    Objects.toString(until, ""),
                    Objects.toString(evidence, ""),
                    source == null ? "" : source.id(),
                    source == null ? "" : source.title(),
                    source == null ? "" : source.address(),
                    source == null ? "" : Objects.toString(source.seen(), ""),
                    note,
                    on.toString(),
                    authorityFreshness,
                    sample ? "yes" : "no");
        }
    }
}
