package org.enlace.directory;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The institutions in our data. All may see all of them: what is in here was published. */
@Component
public class Authorities {

    private final JdbcClient sql;

    Authorities(JdbcClient sql) {
        this.sql = sql;
    }

    /** An authority by its id, also one that a newer dataset no longer lists: requests once sent to it keep its name. */
    public Optional<Authority> find(String id, Viewer viewer) {
        return sql.sql("select * from directory.authority where id = :id")
                .param("id", id)
                .query(DirectoryReading::authority)
                .optional();
    }

    /** @throws Refused absent, when there is no such authority, or none that this viewer may see */
    public Authority require(String id, Viewer viewer) {
        return find(id, viewer).orElseThrow(Refused::absent);
    }

    /** Those listed for a state, by kind and id. */
    public List<Authority> of(StateCode state) {
        return sql.sql("select * from directory.authority where state = :state and listed order by kind, id")
                .param("state", state.iso3())
                .query(DirectoryReading::authority)
                .list();
    }

    List<Authority> listed() {
        return sql.sql("select * from directory.authority where listed order by state, kind, id")
                .query(DirectoryReading::authority)
                .list();
    }

    /** Puts in what public sources say. What a state told us here (mailbox, hours) stays; who is no longer in the dataset is no longer listed. */
    void replaceFromDataset(List<Authority> authorities) {
        sql.sql("update directory.authority set listed = false where not sample")
                .update();
        authorities.forEach(this::save);
    }

    void save(Authority authority) {
        var names = authority.names().texts();
        sql.sql("""
                insert into directory.authority (id, state, kind, original_name, original_language, name_en, name_es, name_fr,
                    name_pt, parent, languages, zone, opens, closes, always_open, mailbox, website, public_email,
                    public_telephone, source, seen, note, sample, listed)
                values (:id, :state, :kind, :original, :originalLanguage, :en, :es, :fr, :pt, :parent, :languages, :zone, :opens,
                    :closes, :alwaysOpen, :mailbox, :website, :email, :telephone, :source, :seen, :note, :sample, true)
                on conflict (id) do update set kind = excluded.kind, original_name = excluded.original_name,
                    original_language = excluded.original_language, name_en = excluded.name_en, name_es = excluded.name_es,
                    name_fr = excluded.name_fr, name_pt = excluded.name_pt, parent = excluded.parent,
                    languages = excluded.languages, zone = excluded.zone, website = excluded.website,
                    public_email = excluded.public_email, public_telephone = excluded.public_telephone,
                    source = excluded.source, seen = excluded.seen, note = excluded.note, listed = true
                """)
                .param("id", authority.id())
                .param("state", authority.state().iso3())
                .param("kind", authority.kind().name())
                .param("original", authority.originalName())
                .param("originalLanguage", authority.originalLanguage())
                .param("en", names.get(Language.EN))
                .param("es", names.get(Language.ES))
                .param("fr", names.get(Language.FR))
                .param("pt", names.get(Language.PT))
                .param("parent", authority.parent())
                .param("languages", String.join(";", authority.reach().languages()))
                .param("zone", authority.zone().getId())
                .param("opens", opens(authority.reach().hours()))
                .param("closes", closes(authority.reach().hours()))
                .param("alwaysOpen", authority.reach().alwaysOpen())
                .param("mailbox", authority.reach().mailbox())
                .param("website", authority.published().website())
                .param("email", authority.published().email())
                .param("telephone", authority.published().telephone())
                .param("source", authority.provenance().source())
                .param("seen", text(authority.provenance().seen()))
                .param("note", authority.provenance().note())
                .param("sample", authority.isSample())
                .update();
    }

    private static @Nullable LocalTime opens(@Nullable OfficeHours hours) {
        return hours == null ? null : hours.opens();
    }

    private static @Nullable LocalTime closes(@Nullable OfficeHours hours) {
        return hours == null ? null : hours.closes();
    }

    private static @Nullable String text(@Nullable FactDate date) {
        return date == null ? null : date.toString();
    }
}
