package org.enlace.treaties;

import java.util.List;
import org.enlace.Language;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/**
 * The form on which a declaration, reservation, objection, notification or withdrawal is entered or corrected. It asks only what its kind needs.
 *
 * @param others what was declared under the instrument, to choose what is withdrawn or objected to
 */
record DeclarationPage(
        Instrument instrument,
        DeclarationForm form,
        List<Declaration> others,
        List<State> states,
        Problems problems,
        Language language)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("declaration." + form.kind());
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "declare." + name, name).holding(value).facing(problems);
    }

    Field objected(Words words) {
        return Field.of(words, "declare.objected", "about")
                .holding(form.about())
                .facing(problems)
                .optional();
    }

    /** The questions that the form of a treaty action asks too. */
    Field asAction(String name, Object value, Words words) {
        return Field.of(words, "action." + name, name).holding(value).facing(problems);
    }

    boolean is(Declaration.Kind kind) {
        return form.kind().equals(kind.name());
    }

    /** Whether what it withdraws or objects to came with the link. */
    boolean isAboutGiven() {
        return !form.about().isEmpty();
    }

    /** "Argentina: Reservation, Articles 6(1), 9(1)". */
    String said(String id, Words words) {
        return others.stream()
                .filter(declaration -> declaration.id().equals(id))
                .findFirst()
                .map(declaration -> said(declaration, words))
                .orElse("");
    }

    List<Option> aboutOptions(Words words) {
        return others.stream()
                .filter(declaration ->
                        is(Declaration.Kind.WITHDRAWAL) || declaration.kind() != Declaration.Kind.OBJECTION)
                .filter(declaration -> !declaration.kind().designates())
                .map(declaration -> Option.of(declaration.id(), said(declaration, words)))
                .toList();
    }

    List<Option> stateOptions() {
        return states.stream()
                .map(state -> Option.of(state.code().iso3(), state.name(language)))
                .toList();
    }

    String state(String code) {
        return states.stream()
                .filter(state -> state.code().iso3().equals(code))
                .findFirst()
                .map(state -> state.name(language))
                .orElse(code);
    }

    private String said(Declaration declaration, Words words) {
        var kind = words.say("declaration." + declaration.kind().name());
        var state = state(declaration.state().iso3());
        return declaration.articles().isEmpty()
                ? words.say("declared.plain", state, kind)
                : words.say("declared.articles", state, kind, String.join(", ", declaration.articles()));
    }
}
