package org.enlace.directory;

import com.ibm.icu.util.TimeZone;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.changes.GroundsForm;
import org.enlace.states.State;
import org.enlace.states.Tongues;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form on which an authority is entered or corrected.
 *
 * @param corrected the authority that is there already, or null
 */
record AuthorityFormPage(
        State state, @Nullable Authority corrected, AuthorityForm form, GroundsForm grounds, Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say(corrected == null ? "entry.new" : "entry.correct");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    String action() {
        return corrected == null
                ? "/states/" + state.code().iso3() + "/authorities"
                : "/authorities/" + corrected.id() + "/correction";
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "entry." + name, name).holding(value).facing(problems);
    }

    /** The name in one of the four languages, labelled in that language. */
    Field name(Language language, String value, Words words) {
        return new Field(
                        language.tag(),
                        words.say("entry.name.in", Tongues.names(List.of(language.tag()), words.language())),
                        null,
                        value,
                        null,
                        true)
                .facing(problems);
    }

    /** What is rarely changed is folded, unless something in it is wrong. */
    boolean isWrong(String... names) {
        return Stream.of(names).anyMatch(name -> problems.at(name) != null);
    }

    /** What the folded names say, so that nobody has to unfold them to see it. */
    String names() {
        return joined(Stream.of(form.en(), form.es(), form.fr(), form.pt(), form.parent()));
    }

    /** When and in what languages it answers, as far as the form says. */
    String when(Words words) {
        var hours = form.alwaysOpen().isEmpty()
                ? form.opens() + (form.closes().isEmpty() ? "" : "–" + form.closes())
                : words.say("entry.always");
        return joined(Stream.of(hours, form.zone().replace('_', ' '), form.languages()));
    }

    private static String joined(Stream<String> said) {
        return said.filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** The state's own zones first asked; one that is recorded and not among them stays to be chosen. */
    List<Option> zones() {
        var own = Stream.of(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, state.iso2(), null)
                        .toArray(String[]::new))
                .filter(id -> id.contains("/"));
        return Stream.concat(Stream.of(form.zone(), state.zone().getId()), own)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .map(id -> Option.of(id, id.replace('_', ' ')))
                .toList();
    }

    List<Option> nameLanguages(Words words) {
        return Stream.concat(
                        Stream.concat(Stream.of(form.nameLanguage()), state.ownLanguages().stream()),
                        Arrays.stream(Language.values()).map(Language::tag))
                .filter(Typed::isLanguage)
                .distinct()
                .map(tag -> Option.of(tag, Tongues.names(List.of(tag), words.language())))
                .toList();
    }
}
