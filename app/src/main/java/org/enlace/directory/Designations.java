package org.enlace.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which authority is named for which function under which instrument, since when, and who says so. */
@Component
public class Designations {

    private final JdbcClient sql;

    Designations(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whether an authority is recorded as designated for a function under an instrument on a day. No request may go to an authority for which this is false,
     * and a designation under another instrument never stands in for it.
     */
    public boolean designatedOn(String authority, String instrument, Function function, LocalDate day) {
        return of(authority).stream()
                .anyMatch(one ->
                        one.instrument().equals(instrument) && one.function() == function && one.isRecordedOn(day));
    }

    /** The functions it is recorded for under an instrument on a day. */
    public List<Function> functionsOn(String authority, String instrument, LocalDate day) {
        return of(authority).stream()
                .filter(one -> one.instrument().equals(instrument) && one.isRecordedOn(day))
                .map(Designation::function)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether it is a point that answers day and night: by its kind, or by a designation that is recorded for this day. */
    public boolean isPointOn(Authority authority, LocalDate day) {
        return authority.kind() == Authority.Kind.CONTACT_24_7
                || of(authority.id()).stream()
                        .anyMatch(one -> one.function() == Function.CONTACT_24_7 && one.isRecordedOn(day));
    }

    /** All of an authority's, by instrument and function. */
    public List<Designation> of(String authority) {
        return sql.sql(
                        "select * from directory.recorded_designation where authority = :authority order by instrument, function, source")
                .param("authority", authority)
                .query(DirectoryReading::designation)
                .list();
    }

    /** All of the authorities that are listed for a state. */
    public List<Designation> in(StateCode state) {
        return sql.sql("""
                select * from directory.recorded_designation
                where authority in (select id from directory.authority_version where state = :state and listed)
                order by instrument, function, authority, source
                """)
                .param("state", state.iso3())
                .query(DirectoryReading::designation)
                .list();
    }

    /** One; where several sources tell of it, as the strongest has it. */
    Optional<Designation> find(DesignationKey key) {
        return of(key.authority()).stream().filter(key::isOf).min(Designation::compareStrength);
    }

    public List<Designation> all() {
        return sql.sql("select * from directory.recorded_designation")
                .query(DirectoryReading::designation)
                .list();
    }

    void replaceFromDataset(List<Designation> designations) {
        sql.sql("delete from directory.designation where not sample").update();
        designations.forEach(this::save);
    }

    void save(Designation designation) {
        var evidence = designation.evidence();
        sql.sql("""
                insert into directory.designation (authority, instrument, function, article, languages, since, until, evidence,
                    source, seen, note, sample)
                values (:authority, :instrument, :function, :article, :languages, :since, :until, :evidence, :source, :seen,
                    :note, :sample)
                on conflict (authority, instrument, function, source) do update set article = excluded.article,
                    languages = excluded.languages, since = excluded.since, until = excluded.until,
                    evidence = excluded.evidence, seen = excluded.seen, note = excluded.note
                """)
                .param("authority", designation.authority())
                .param("instrument", designation.instrument())
                .param("function", designation.function().name())
                .param("article", designation.article())
                .param("languages", String.join(";", designation.languages()))
                .param("since", text(designation.span().since()))
                .param("until", text(designation.span().until()))
                .param("evidence", evidence == null ? null : evidence.name())
                .param("source", designation.source())
                .param("seen", text(designation.seen()))
                .param("note", designation.note())
                .param("sample", designation.sample())
                .update();
    }

    private static @Nullable String text(@Nullable Object date) {
        return date == null ? null : date.toString();
    }
}
