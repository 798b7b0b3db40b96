package org.enlace.directory;

import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.BadRow;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code csirts.csv}: more about incident response teams that {@code authorities.csv} lists, and those that it does not list. */
@Component
class CsirtsFile implements DataFile<CsirtsFile.Team> {

    private final Csirts csirts;
    private final Authorities authorities;
    private final States states;
    private final Sources sources;

    CsirtsFile(Csirts csirts, Authorities authorities, States states, Sources sources) {
        this.csirts = csirts;
        this.authorities = authorities;
        this.states = states;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "csirts.csv";
    }

    /** After the authorities: a team that is one of them is not entered twice. */
    @Override
    public int order() {
        return 205;
    }

    @Override
    public List<String> columns() {
        return List.of(
                ("authority,state,name,full_name,name_language,name_en,host,reach,standing,constituency,established,website,email,"
                                + "telephone,telephone_note,pgp_fingerprint,pgp_key,pgp_note,first,trusted_introducer,rfc2350,"
                                + "rfc2350_date,sources,seen,note")
                        .split(","));
    }

    @Override
    public Function<DataRow, Team> reader() {
        var codes = states.codes();
        var known = sources.ids();
        return row -> team(row, row.state("state", codes), known);
    }

    @Override
    public Object key(Team team) {
        return team.csirt().authority();
    }

    @Override
    public void replace(List<Team> teams) {
        teams.stream().map(Team::unlisted).filter(java.util.Objects::nonNull).forEach(authorities::save);
        csirts.replaceFromDataset(teams.stream().map(Team::csirt).toList());
    }

    private Team team(DataRow row, StateCode state, Set<String> known) {
        var csirt = csirt(row, known);
        if (authorities.idsOfDataset().contains(csirt.authority())) {
            checkIsATeam(csirt.authority(), state);
            return new Team(csirt, null);
        }
        return new Team(csirt, authority(row, csirt, AuthoritiesFile.id(row, "authority", state), state));
    }

    private void checkIsATeam(String authority, StateCode state) {
        var listed = authorities.find(authority).orElseThrow();
        if (listed.kind() != Authority.Kind.CSIRT || !listed.state().equals(state)) {
            throw new BadRow(BadRow.Reason.CONTRADICTION, "authority", authority);
        }
    }

    private static Csirt csirt(DataRow row, Set<String> known) {
        row.required("sources");
        return new Csirt(
                row.required("authority"),
                row.required("name"),
                row.required("full_name"),
                row.text("host"),
                row.choice("reach", Csirt.Reach.class),
                row.choice("standing", Csirt.Standing.class),
                row.text("constituency"),
                row.date("established"),
                new Csirt.Contact(
                        row.text("website"),
                        row.text("email"),
                        row.text("telephone"),
                        row.text("telephone_note"),
                        row.text("rfc2350"),
                        row.date("rfc2350_date")),
                new Csirt.Pgp(fingerprint(row), row.text("pgp_key"), row.text("pgp_note")),
                row.text("first"),
                row.text("trusted_introducer"),
                row.references("sources", known),
                row.date("seen"),
                row.text("note"));
    }

    private static String fingerprint(DataRow row) {
        var text = row.text("pgp_fingerprint");
        if (!text.matches("([0-9A-F]{40})?")) {
            throw new BadRow(BadRow.Reason.NOT_ALLOWED, "pgp_fingerprint", text);
        }
        return text;
    }

    private Authority authority(DataRow row, Csirt csirt, String id, StateCode state) {
        var language = row.required("name_language");
        var english = row.text("name_en");
        var names = new EnumMap<Language, String>(Language.class);
        names.put(Language.EN, english.isEmpty() ? csirt.fullName() : english);
        Language.of(language).ifPresent(own -> names.put(own, csirt.fullName()));
        var contact = csirt.contact();
        return new Authority(
                id,
                state,
                Authority.Kind.CSIRT,
                csirt.fullName(),
                language,
                new Multilingual(names),
                csirt.host(),
                new Authority.Reach(states.require(state).zone(), List.of(), null, false, null),
                new Authority.Published(contact.website(), contact.email(), contact.telephone()),
                Authority.Provenance.of(csirt.sources().getFirst(), csirt.seen(), csirt.note(), false),
                Freshness.NONE);
    }

    /** @param unlisted the authority that it is, or null when {@code authorities.csv} has it */
    record Team(Csirt csirt, @Nullable Authority unlisted) {}
}
