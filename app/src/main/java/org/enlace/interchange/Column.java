package org.enlace.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column of another directory's list may be to us; the words are {@code column.<NAME>}. */
enum Column {
    ID(null, "id", "authority id", "authority"),
    STATE(null, "state", "country", "iso3", "iso", "estado", "pais", "etat", "pays", "state party", "jurisdiction"),
    KIND("kind", "kind", "type", "category", "tipo", "categoria", "type d autorite", "tipo de autoridad"),
    NAME(
            "name",
            "name",
            "authority name",
            "institution",
            "organization",
            "organisation",
            "nombre",
            "autoridad",
            "institucion",
            "nom",
            "autorite",
            "nome",
            "autoridade",
            "instituicao",
            "central authority",
            "team name"),
    NAME_LANGUAGE("nameLanguage", "name language", "language of the name"),
    PARENT(
            "parent",
            "parent",
            "ministry",
            "host",
            "host organisation",
            "host organization",
            "dependencia",
            "ministerio",
            "ministere",
            "orgao",
            "belongs to",
            "department"),
    LANGUAGES(
            "languages",
            "languages",
            "languages accepted",
            "language",
            "idiomas",
            "idioma",
            "langues",
            "langue",
            "linguas"),
    TELEPHONE(
            "telephone",
            "telephone",
            "phone",
            "public phone",
            "tel",
            "telefono",
            "telephone number",
            "telefone",
            "phone number"),
    EMAIL(
            "email",
            "email",
            "e mail",
            "mail",
            "public email",
            "correo",
            "correo electronico",
            "courriel",
            "email address"),
    WEBSITE("website", "website", "web", "url", "site", "web site", "sitio web", "pagina web", "site web", "sitio");

    private final @Nullable String field;
    private final String headings;

    Column(@Nullable String field, String... headings) {
        this.field = field;
        this.headings = String.join("|", headings);
    }

    /** The field of an authority's form; null where it only says which authority is meant. */
    @Nullable
    String field() {
        return field;
    }

    /** The headings under which others write it, accents and signs aside. The first that fits is the likeliest. */
    int likeness(String heading) {
        return List.of(headings.split("\\|")).indexOf(Folded.of(heading));
    }

    /** Those that can be compared, in the order in which people read them. */
    static List<Column> compared() {
        return List.of(NAME, KIND, PARENT, LANGUAGES, TELEPHONE, EMAIL, WEBSITE);
    }

    static Optional<Column> of(String name) {
        return Arrays.stream(values())
                .filter(column -> column.name().equals(name))
                .findFirst();
    }
}
