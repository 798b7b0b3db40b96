package org.enlace.treaties;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.Source;
import org.enlace.states.State;
import org.enlace.states.Tongues;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as a page shows it.
 *
 * @param against of an objection the state objected to, or null
 * @param ended why and since when it no longer holds, or null while it holds
 * @param sources of the declaration, and of its end
 */
record Statement(
        State state,
        Declaration declaration,
        @Nullable State against,
        Declarations.@Nullable Ended ended,
        List<Source> sources) {

    /** Makes statements of declarations, for pages that know the states and the sources. */
    record Maker(Map<StateCode, State> states, Map<String, Source> sources) {

        static Maker of(List<State> states, List<Source> sources) {
            return new Maker(
                    states.stream().collect(Collectors.toMap(State::code, Function.identity())),
                    sources.stream().collect(Collectors.toMap(Source::id, Function.identity())));
        }

        /** In the order of the states' names. */
        List<Statement> holding(List<Declaration> declarations) {
            return declarations.stream()
                    .flatMap(declaration -> of(declaration, null).stream())
                    .sorted(inOrder())
                    .toList();
        }

        List<Statement> ended(List<Declarations.Ended> ended) {
            return ended.stream()
                    .flatMap(one -> of(one.declaration(), one).stream())
                    .sorted(inOrder())
                    .toList();
        }

        private Optional<Statement> of(Declaration declaration, Declarations.@Nullable Ended ended) {
            var against = declaration.against();
            var ids = ended == null ? List.of(declaration.source()) : List.of(declaration.source(), ended.source());
            return Optional.ofNullable(states.get(declaration.state()))
                    .map(state -> new Statement(
                            state,
                            declaration,
                            against == null ? null : states.get(against),
                            ended,
                            ids.stream()
                                    .distinct()
                                    .flatMap(id -> Optional.ofNullable(sources.get(id)).stream())
                                    .toList()));
        }

        private static Comparator<Statement> inOrder() {
            return Comparator.comparing(statement -> statement.state().code());
        }
    }

    /** "Objection to Mexico, Article 6", "Languages of requests: Spanish". */
    String heading(Words words) {
        var kind = words.say("declaration." + declaration.kind().name());
        var languages = Tongues.names(declaration.languages(), words.language());
        if (!languages.isEmpty()) {
            return words.say("declared.languages", kind, languages);
        }
        return against == null ? kind : words.say("declared.against", kind, against.name(words.language()));
    }

    /** "Article 6(1), 4 Mar 2010"; may be empty. */
    String when(Words words) {
        var date = declaration.date();
        var articles = declaration.articles().isEmpty()
                ? ""
                : words.say("declared.on", declaration.articles().size(), String.join(", ", declaration.articles()));
        var day = date == null ? "" : date.in(words);
        return articles.isEmpty() || day.isEmpty() ? articles + day : articles + " · " + day;
    }

    /** Why it no longer holds; empty while it does. */
    String end(Words words) {
        if (ended == null) {
            return "";
        }
        var date = ended.date();
        var key = "ended." + ended.why().name();
        return date == null ? words.say(key + ".undated") : words.say(key, date.in(words));
    }

    boolean mayBeWithdrawn() {
        return ended == null && !declaration.kind().designates() && declaration.kind() != Declaration.Kind.WITHDRAWAL;
    }

    /** The text in the reader's language, or in the one it has. */
    Optional<Multilingual.Said> text(Language language) {
        return Optional.ofNullable(declaration.text()).map(text -> text.in(language));
    }
}
