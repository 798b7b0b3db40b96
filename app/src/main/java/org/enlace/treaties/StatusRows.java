package org.enlace.treaties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents as they were issued. */
@Component
class StatusRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<StatusDocument.Entry>> ENTRIES = new TypeReference<>() {};

    private final JdbcClient sql;

    StatusRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next number of a year; whoever asks next in another transaction waits for this one. */
    int nextNumber(int year) {
        return sql.sql("""
                        insert into treaties.status_numbering values (:year, 1)
                        on conflict (year) do update set last = status_numbering.last + 1 returning last
                        """).param("year", year).query(Integer.class).single();
    }

    void add(StatusDocument document) {
        sql.sql("""
                        insert into treaties.status_document (year, number, corrigendum, on_day, states, members, instruments, issued_at, issued_by, entries)
                        values (:year, :number, :corrigendum, :on, :states, :members, :instruments, :at, :by, cast(:entries as jsonb))
                        """)
                .param("year", document.year())
                .param("number", document.number())
                .param("corrigendum", document.corrigendum())
                .param("on", document.on())
                .param("states", document.states())
                .param(
                        "members",
                        document.members().stream().map(StateCode::iso3).collect(Collectors.joining(";")))
                .param("instruments", String.join(";", document.instruments()))
                .param("at", document.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", document.issuedBy())
                .param("entries", JSON.writeValueAsString(document.entries()))
                .update();
    }

    Optional<StatusDocument> find(int year, int number, int corrigendum) {
        return sql.sql(
                        "select * from treaties.status_document where year = :year and number = :number and corrigendum = :corrigendum")
                .param("year", year)
                .param("number", number)
                .param("corrigendum", corrigendum)
                .query(StatusRows::document)
                .optional();
    }

    /** A document and its corrigenda, in their order. */
    List<StatusDocument> withCorrigenda(int year, int number) {
        return sql.sql(
                        "select * from treaties.status_document where year = :year and number = :number order by corrigendum")
                .param("year", year)
                .param("number", number)
                .query(StatusRows::document)
                .list();
    }

    /** All of them, newest first, each followed by its corrigenda. */
    List<StatusDocument> all() {
        return sql.sql("select * from treaties.status_document order by year desc, number desc, corrigendum")
                .query(StatusRows::document)
                .list();
    }

    private static StatusDocument document(ResultSet row, int n) throws SQLException {
        return new StatusDocument(
                row.getInt("year"),
                row.getInt("number"),
                row.getInt("corrigendum"),
                row.getObject("on_day", LocalDate.class),
                row.getString("states"),
                Arrays.stream(row.getString("members").split(";", -1))
                        .map(StateCode::new)
                        .toList(),
                List.of(row.getString("instruments").split(";", -1)),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                JSON.readValue(row.getString("entries"), ENTRIES));
    }
}
