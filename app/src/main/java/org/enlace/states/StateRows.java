package org.enlace.states;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of this room's facts about states. Lists are kept as one text, parted by semicolons, as in the dataset. */
@Component
class StateRows {

    private final JdbcClient sql;
    private final EnteredStandings entered;

    StateRows(JdbcClient sql, EnteredStandings entered) {
        this.sql = sql;
        this.entered = entered;
    }

    List<State> all() {
        var memberships = memberships();
        var standings = entered.byState();
        return sql.sql("select * from states.state order by code")
                .query((row, n) -> {
                    var code = new StateCode(row.getString("code"));
                    return state(
                            row,
                            EnteredStanding.into(
                                    memberships.getOrDefault(code, List.of()),
                                    standings.getOrDefault(code, List.of())));
                })
                .list();
    }

    void replace(List<State> states) {
        var codes = states.stream().map(state -> state.code().iso3()).toList();
        sql.sql("delete from states.state where code not in (:codes)")
                .param("codes", codes.isEmpty() ? List.of("") : codes)
                .update();
        states.forEach(this::save);
    }

    void replaceMemberships(List<Membership> memberships) {
        sql.sql("delete from states.membership").update();
        memberships.forEach(this::save);
    }

    private void save(State state) {
        var names = state.names().texts();
        sql.sql("""
                insert into states.state (code, iso2, name_en, name_es, name_fr, name_pt, official_name, own_languages,
                    platform_languages, region, legal_tradition, legal_note, zone, calling_codes, sources)
                values (:code, :iso2, :en, :es, :fr, :pt, :official, :own, :platform, :region, :tradition, :legal, :zone, :calling, :sources)
                on conflict (code) do update set iso2 = excluded.iso2, name_en = excluded.name_en, name_es = excluded.name_es,
                    name_fr = excluded.name_fr, name_pt = excluded.name_pt, official_name = excluded.official_name,
                    own_languages = excluded.own_languages, platform_languages = excluded.platform_languages,
                    region = excluded.region, legal_tradition = excluded.legal_tradition, legal_note = excluded.legal_note,
                    zone = excluded.zone, calling_codes = excluded.calling_codes, sources = excluded.sources
                """)
                .param("code", state.code().iso3())
                .param("iso2", state.iso2())
                .param("en", names.get(Language.EN))
                .param("es", names.get(Language.ES))
                .param("fr", names.get(Language.FR))
                .param("pt", names.get(Language.PT))
                .param("official", state.officialName())
                .param("own", String.join(";", state.ownLanguages()))
                .param(
                        "platform",
                        state.platformLanguages().stream().map(Language::tag).collect(Collectors.joining(";")))
                .param("region", state.region())
                .param("tradition", state.legalTradition())
                .param("legal", state.legalNote())
                .param("zone", state.zone().getId())
                .param("calling", String.join(";", state.callingCodes()))
                .param("sources", String.join(";", state.sources()))
                .update();
    }

    private void save(Membership membership) {
        var note = membership.note() == null
                ? Map.<Language, String>of()
                : membership.note().texts();
        sql.sql("""
                insert into states.membership (state, standing, since, until, note_en, note_es, note_fr, note_pt, sources)
                values (:state, :standing, :since, :until, :en, :es, :fr, :pt, :sources)
                """)
                .param("state", membership.state().iso3())
                .param("standing", membership.standing().name())
                .param("since", text(membership.span().since()))
                .param("until", text(membership.span().until()))
                .param("en", note.get(Language.EN))
                .param("es", note.get(Language.ES))
                .param("fr", note.get(Language.FR))
                .param("pt", note.get(Language.PT))
                .param("sources", String.join(";", membership.sources()))
                .update();
    }

    private Map<StateCode, List<Membership>> memberships() {
        return sql
                .sql("select * from states.membership order by state, since")
                .query((row, n) -> membership(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Membership::state));
    }

    private static Membership membership(ResultSet row) throws SQLException {
        var noted = row.getString("note_en") != null;
        return new Membership(
                new StateCode(row.getString("state")),
                Standing.valueOf(row.getString("standing")),
                new Span(date(row.getString("since")), date(row.getString("until"))),
                noted
                        ? Multilingual.of(
                                row.getString("note_en"),
                                row.getString("note_es"),
                                row.getString("note_fr"),
                                row.getString("note_pt"))
                        : null,
                list(row.getString("sources")));
    }

    private static State state(ResultSet row, List<Membership> memberships) throws SQLException {
        return new State(
                new StateCode(row.getString("code")),
                row.getString("iso2"),
                Multilingual.of(
                        row.getString("name_en"),
                        row.getString("name_es"),
                        row.getString("name_fr"),
                        row.getString("name_pt")),
                row.getString("official_name"),
                list(row.getString("own_languages")),
                list(row.getString("platform_languages")).stream()
                        .map(tag -> Language.of(tag).orElseThrow())
                        .toList(),
                row.getString("region"),
                row.getString("legal_tradition"),
                row.getString("legal_note"),
                ZoneId.of(row.getString("zone")),
                list(row.getString("calling_codes")),
                memberships,
                list(row.getString("sources")));
    }

    private static List<String> list(String stored) {
        return stored.isEmpty() ? List.of() : Arrays.asList(stored.split(";"));
    }

    private static @Nullable String text(@Nullable FactDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable FactDate date(@Nullable String stored) {
        return stored == null ? null : FactDate.parse(stored).orElseThrow();
    }
}
