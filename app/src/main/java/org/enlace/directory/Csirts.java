package org.enlace.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profiles of incident response teams. Public, so no finder takes a viewer. */
@Component
class Csirts {

    private final JdbcClient sql;

    Csirts(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, Csirt> byAuthority() {
        return sql.sql("select * from directory.csirt").query(Csirts::csirt).list().stream()
                .collect(Collectors.toMap(Csirt::authority, Function.identity()));
    }

    void replaceFromDataset(List<Csirt> csirts) {
        sql.sql("delete from directory.csirt").update();
        csirts.forEach(this::save);
    }

    private void save(Csirt csirt) {
        var contact = csirt.contact();
        sql.sql("""
                insert into directory.csirt (authority, name, full_name, host, reach, standing, constituency, established, website, email,
                    telephone, telephone_note, pgp_fingerprint, pgp_key, pgp_note, first, trusted_introducer, rfc2350, rfc2350_date,
                    sources, seen, note)
                values (:authority, :name, :fullName, :host, :reach, :standing, :constituency, :established, :website, :email,
                    :telephone, :telephoneNote, :fingerprint, :key, :keyNote, :first, :introducer, :rfc2350, :rfc2350Date,
                    :sources, :seen, :note)
                """)
                .param("authority", csirt.authority())
                .param("name", csirt.name())
                .param("fullName", csirt.fullName())
                .param("host", csirt.host())
                .param("reach", csirt.reach().name())
                .param("standing", csirt.standing().name())
                .param("constituency", csirt.constituency())
                .param("established", text(csirt.established()))
                .param("website", contact.website())
                .param("email", contact.email())
                .param("telephone", contact.telephone())
                .param("telephoneNote", contact.telephoneNote())
                .param("fingerprint", csirt.pgp().fingerprint())
                .param("key", csirt.pgp().key())
                .param("keyNote", csirt.pgp().note())
                .param("first", csirt.first())
                .param("introducer", csirt.trustedIntroducer())
                .param("rfc2350", contact.rfc2350())
                .param("rfc2350Date", text(contact.rfc2350Date()))
                .param("sources", String.join(";", csirt.sources()))
                .param("seen", text(csirt.seen()))
                .param("note", csirt.note())
                .update();
    }

    private static Csirt csirt(ResultSet row, int number) throws SQLException {
        return new Csirt(
                row.getString("authority"),
                row.getString("name"),
                row.getString("full_name"),
                row.getString("host"),
                Csirt.Reach.valueOf(row.getString("reach")),
                Csirt.Standing.valueOf(row.getString("standing")),
                row.getString("constituency"),
                date(row.getString("established")),
                new Csirt.Contact(
                        row.getString("website"),
                        row.getString("email"),
                        row.getString("telephone"),
                        row.getString("telephone_note"),
                        row.getString("rfc2350"),
                        date(row.getString("rfc2350_date"))),
                new Csirt.Pgp(row.getString("pgp_fingerprint"), row.getString("pgp_key"), row.getString("pgp_note")),
                row.getString("first"),
                row.getString("trusted_introducer"),
                Arrays.asList(row.getString("sources").split(";")),
                date(row.getString("seen")),
                row.getString("note"));
    }

    private static @Nullable String text(@Nullable FactDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable FactDate date(@Nullable String stored) {
        return stored == null ? null : FactDate.parse(stored).orElseThrow();
    }
}
