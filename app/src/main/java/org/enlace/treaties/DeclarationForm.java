package org.enlace.treaties;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A declaration, reservation, objection, notification or withdrawal as somebody of the secretariat types it.
 *
 * @param declaration the id of the one that is corrected; empty for one that is not there yet
 * @param en its text in English, with {@code es}, {@code fr}, {@code pt} as far as there is one
 * @param summary {@code true} when the text is ours and not the state's
 * @param about what it withdraws or objects to, by its id
 * @param against the state that an objection is to
 * @param languages BCP 47 tags with commas or blanks between them
 */
record DeclarationForm(
        @NotBlank(message = "declare.kind.missing") String kind,
        String declaration,
        String state,

        @Pattern(regexp = "(\\d{4}(-\\d{2}(-\\d{2})?)?)?", message = "action.date.wrong")
        String date,

        @Pattern(regexp = ARTICLES, message = "declare.articles.wrong") @Size(max = 100, message = "declare.long")
        String articles,

        String about,
        String against,

        @Pattern(regexp = LANGUAGES, message = "declare.languages.wrong") @Size(max = 100, message = "declare.long")
        String languages,

        @Size(max = 4000, message = "declare.long") String en,
        @Size(max = 4000, message = "declare.long") String es,
        @Size(max = 4000, message = "declare.long") String fr,
        @Size(max = 4000, message = "declare.long") String pt,
        String summary,
        @NotBlank(message = "action.way.missing") String way,

        @NotBlank(message = "action.source.missing") @Size(max = 300, message = "action.source.missing")
        String source,

        @Size(max = 300, message = "action.address.long") String address) {

    private static final String ARTICLES =
            "([0-9]{1,3}(\\([0-9a-z]{1,4}\\))*([,; ]+[0-9]{1,3}(\\([0-9a-z]{1,4}\\))*)*)?";
    private static final String LANGUAGES = "([a-z]{2,3}([,; ]+[a-z]{2,3})*)?";
    private static final String TICKED = "true";

    DeclarationForm {
        kind = text(kind);
        declaration = text(declaration);
        state = text(state);
        date = text(date);
        articles = text(articles);
        about = text(about);
        against = text(against);
        languages = text(languages);
        en = text(en);
        es = text(es);
        fr = text(fr);
        pt = text(pt);
        summary = text(summary);
        way = text(way);
        source = text(source);
        address = text(address);
    }

    /** @param about what is to be withdrawn or objected to, or null */
    static DeclarationForm empty(Declaration.Kind kind, @Nullable Declaration about) {
        var objected = kind == Declaration.Kind.OBJECTION && about != null
                ? about.state().iso3()
                : "";
        var by = kind == Declaration.Kind.WITHDRAWAL && about != null
                ? about.state().iso3()
                : "";
        return new DeclarationForm(
                kind.name(),
                "",
                by,
                "",
                "",
                about == null ? "" : about.id(),
                objected,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** To correct what is there. */
    static DeclarationForm of(Declaration declaration) {
        var texts = DeclarationValue.texts(declaration.text());
        return new DeclarationForm(
                declaration.kind().name(),
                declaration.id(),
                declaration.state().iso3(),
                Objects.toString(declaration.date(), ""),
                String.join(", ", declaration.articles()),
                declaration.about(),
                Objects.toString(declaration.against(), ""),
                String.join(", ", declaration.languages()),
                texts.getOrDefault(Language.EN, ""),
                texts.getOrDefault(Language.ES, ""),
                texts.getOrDefault(Language.FR, ""),
                texts.getOrDefault(Language.PT, ""),
                declaration.summary() ? TICKED : "",
                "",
                "",
                "");
    }

    /** What the annotations cannot say: each kind needs something else. */
    void check(Declaration.Kind what, Errors problems) {
        if (!date.isEmpty() && FactDate.parse(date).isEmpty()) {
            problems.rejectValue("date", "date", "action.date.wrong");
        }
        switch (what) {
            case OBJECTION -> missing(problems, "against", against.isEmpty(), "declare.against.missing");
            case LANGUAGE_NOTIFICATION ->
                missing(problems, "languages", languages.isEmpty(), "declare.languages.missing");
            case WITHDRAWAL -> missing(problems, "about", about.isEmpty(), "declare.about.missing");
            default -> missing(problems, "en", texts() == null, "declare.text.missing");
        }
        missing(problems, "state", state.isEmpty() && what != Declaration.Kind.WITHDRAWAL, "action.state.missing");
        missing(problems, "against", !against.isEmpty() && against.equals(state), "declare.against.self");
    }

    /** Once {@link #check} found nothing. */
    Declaration read(DeclarationKey key) {
        return new Declaration(
                key.id(),
                key.instrument(),
                key.state(),
                key.kind(),
                list(articles),
                texts(),
                summary.equals(TICKED),
                FactDate.parse(date).orElse(null),
                about,
                StateCode.parse(against).orElse(null),
                list(languages),
                "");
    }

    boolean corrects() {
        return !declaration.isEmpty();
    }

    private @Nullable Multilingual texts() {
        return (en + es + fr + pt).isEmpty() ? null : Multilingual.of(en, es, fr, pt);
    }

    private static void missing(Errors problems, String field, boolean isMissing, String key) {
        if (isMissing) {
            problems.rejectValue(field, field, key);
        }
    }

    private static List<String> list(String typed) {
        return Arrays.stream(typed.split("[,; ]+", -1))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
