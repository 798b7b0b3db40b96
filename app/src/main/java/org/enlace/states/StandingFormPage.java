package org.enlace.states;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.changes.GroundsForm;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** The form on which the secretariat enters that a state joins, leaves, or stands otherwise to the Organization. */
record StandingFormPage(State state, StandingForm form, GroundsForm grounds, Problems problems) implements Page {

    @Override
    public String title(Words words) {
        return words.say("standing.new");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    Field field(String name, String value, Words words) {
        return Field.of(words, "standing.new." + name, name).holding(value).facing(problems);
    }

    static List<Option> standings(Words words) {
        return Stream.concat(Arrays.stream(Standing.values()).map(Standing::name), Stream.of("NONE"))
                .map(name -> Option.of(name, words.say("standing." + name)))
                .toList();
    }
}
