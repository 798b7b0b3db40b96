package org.enlace.desk;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.exchange.Terms;
import org.enlace.forms.Form;
import org.enlace.states.Alphabet;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** Where states and kinds of request stand in the alphabet of the reader's language: the database knows codes only. */
@Component
class Places {

    private final States states;
    private final Terms terms;

    Places(States states, Terms terms) {
        this.states = states;
        this.terms = terms;
    }

    /** The codes in order, with commas between them; empty where the order is not one of names. */
    String of(DeskOrder.By by, Viewer viewer) {
        var words = Words.of(Places.class, viewer.language());
        return switch (by) {
            case STATE ->
                states.all(viewer.language()).stream()
                        .map(state -> state.code().iso3())
                        .collect(Collectors.joining(","));
            case KIND ->
                terms.forms().profiles().stream()
                        .flatMap(Places::measures)
                        .distinct()
                        .sorted(Comparator.comparing(
                                measure -> words.say("measure." + measure), Alphabet.of(viewer.language())))
                        .collect(Collectors.joining(","));
            default -> "";
        };
    }

    private static Stream<String> measures(Form form) {
        return Stream.concat(Stream.ofNullable(form.measure()), form.also().stream());
    }
}
