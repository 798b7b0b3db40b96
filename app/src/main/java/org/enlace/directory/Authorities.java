package org.enlace.directory;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The institutions in our data, as public sources have them or as states entered them here. All may see all of them. */
@Component
public class Authorities {

    private static final String NEWEST_FIRST = " order by id, since desc, entered desc nulls last";

    private static final int LONGEST_ID = 60;

    private final JdbcClient sql;
    private final Confirmations confirmations;
    private final Csirts csirts;
    private final Clock clock;

    Authorities(JdbcClient sql, Confirmations confirmations, Csirts csirts, Clock clock) {
        this.sql = sql;
        this.confirmations = confirmations;
        this.csirts = csirts;
        this.clock = clock;
    }

    /** An authority by its id, also one that a newer dataset no longer lists: requests once sent to it keep its name. */
    public Optional<Authority> find(String id, Viewer viewer) {
        return find(id);
    }

    /** @throws Refused absent, when there is no such authority, or none that this viewer may see */
    public Authority require(String id, Viewer viewer) {
        return find(id, viewer).orElseThrow(Refused::absent);
    }

    /** Those listed for a state, those confirmed and not expired first, then by kind and id. */
    public List<Authority> of(StateCode state) {
        return of(state, today());
    }

    /** As it is now, whoever asks: for changes, which have a rule of their own. */
    Optional<Authority> find(String id) {
        return find(id, today());
    }

    /** As it was known on a day; on days before anything was known, as it was known first. */
    public Optional<Authority> find(String id, LocalDate on) {
        var known = sql.sql("select distinct on (id) * from directory.authority_version where id = :id and since <= :on"
                        + NEWEST_FIRST)
                .param("id", id)
                .param("on", on)
                .query(DirectoryReading::authority)
                .optional();
        return known.or(() -> first(id))
                .map(authority -> fresh(List.of(authority), on).getFirst());
    }

    public List<Authority> of(StateCode state, LocalDate on) {
        return listed(on).stream()
                .filter(authority -> authority.state().equals(state))
                .toList();
    }

    public List<Authority> listed() {
        return listed(today());
    }

    /** Those listed on a day, by state; in each those confirmed and not expired first. */
    public List<Authority> listed(LocalDate on) {
        var known = sql
                .sql("select distinct on (id) * from directory.authority_version where since <= :on" + NEWEST_FIRST)
                .param("on", on)
                .query(DirectoryReading::authority)
                .list()
                .stream()
                .filter(authority -> !authority.isTakenOut())
                .toList();
        return fresh(known, on).stream()
                .sorted(Comparator.comparing(
                                (Authority authority) -> authority.state().iso3())
                        .thenComparing(authority -> !authority.freshness().isFresh())
                        .thenComparing(authority -> authority.kind().name())
                        .thenComparing(Authority::id))
                .toList();
    }

    /** For one that is to come: {@code pry-unidad-especializada}; with a number where that is another's. */
    String freeId(StateCode state, String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var id = state.iso3().toLowerCase(Locale.ROOT) + '-' + (plain.isEmpty() ? "authority" : plain);
        var first = id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
        var free = first;
        for (var number = 2; find(free).isPresent(); number++) {
            free = first + '-' + number;
        }
        return free;
    }

    /** Those that the dataset lists, whatever was entered here. */
    Set<String> idsOfDataset() {
        return Set.copyOf(sql.sql("select id from directory.authority where listed and not sample")
                .query(String.class)
                .list());
    }

    private Optional<Authority> first(String id) {
        return sql.sql("select * from directory.authority_version where id = :id order by since, entered limit 1")
                .param("id", id)
                .query(DirectoryReading::authority)
                .optional();
    }

    private List<Authority> fresh(List<Authority> known, LocalDate on) {
        var words = confirmations.on(on);
        var teams = csirts.byAuthority();
        return known.stream()
                .map(authority -> authority.with(
                        words.of(authority.id(), authority.provenance().entered()), teams.get(authority.id())))
                .toList();
    }

    /** A day that is not behind anybody's. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
