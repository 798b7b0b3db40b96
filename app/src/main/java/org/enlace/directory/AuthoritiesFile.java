package org.enlace.directory;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.BadRow;
import org.enlace.states.DataFile;
import org.enlace.states.DataRow;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** {@code authorities.csv}. */
@Component
class AuthoritiesFile implements DataFile<Authority> {

    private final Authorities authorities;
    private final States states;
    private final Sources sources;

    AuthoritiesFile(Authorities authorities, States states, Sources sources) {
        this.authorities = authorities;
        this.states = states;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "authorities.csv";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<String> columns() {
        return List.of(
                ("id,state,kind,name,name_language,name_en,parent,languages,zone,website,public_email,public_phone,"
                                + "source,seen,note")
                        .split(","));
    }

    @Override
    public Function<DataRow, Authority> reader() {
        var codes = states.codes();
        var known = sources.ids();
        return row -> {
            var state = row.state("state", codes);
            return new Authority(
                    id(row, "id", state),
                    state,
                    row.choice("kind", Authority.Kind.class),
                    row.required("name"),
                    row.required("name_language"),
                    names(row),
                    row.text("parent"),
                    new Authority.Reach(zone(row, state), row.list("languages"), null, false, null),
                    new Authority.Published(row.text("website"), row.text("public_email"), row.text("public_phone")),
                    Authority.Provenance.of(row.reference("source", known), row.date("seen"), row.text("note"), false),
                    Freshness.NONE);
        };
    }

    @Override
    public Object key(Authority authority) {
        return authority.id();
    }

    @Override
    public void replace(List<Authority> facts) {
        authorities.replaceFromDataset(facts);
    }

    /** Where the zone is not given, the institution sits in the capital. */
    private ZoneId zone(DataRow row, StateCode state) {
        var given = row.zoneOrNull("zone");
        return given == null ? states.require(state).zone() : given;
    }

    /** An id begins with its state. */
    static String id(DataRow row, String column, StateCode state) {
        var id = row.required(column);
        if (!id.matches(state.iso3().toLowerCase(java.util.Locale.ROOT) + "-[a-z0-9-]+")) {
            throw new BadRow(BadRow.Reason.CONTRADICTION, column, id);
        }
        return id;
    }

    /** The original, where it is in one of our languages, and the English; in a state whose language is none of ours the original stands for English. */
    private static Multilingual names(DataRow row) {
        var texts = new EnumMap<Language, String>(Language.class);
        var english = row.text("name_en");
        texts.put(Language.EN, english.isEmpty() ? row.required("name") : english);
        Language.of(row.required("name_language")).ifPresent(language -> texts.put(language, row.required("name")));
        return new Multilingual(texts);
    }
}
