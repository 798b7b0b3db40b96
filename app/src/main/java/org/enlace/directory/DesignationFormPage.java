package org.enlace.directory;

import java.util.Arrays;
import java.util.List;
import org.enlace.changes.GroundsForm;
import org.enlace.treaties.Instrument;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/**
 * The form on which a designation is entered or corrected.
 *
 * @param correcting whether it is there already: then instrument and function stay
 */
record DesignationFormPage(
        Authority authority,
        DesignationForm form,
        GroundsForm grounds,
        boolean correcting,
        List<Instrument> instruments,
        Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say(correcting ? "named.correct" : "named.new");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "named." + name, name).holding(value).facing(problems);
    }

    List<Option> instrumentOptions(Words words) {
        return instruments.stream()
                .map(one -> Option.of(one.id(), one.shortName(words.language())))
                .toList();
    }

    String instrument(Words words) {
        return instruments.stream()
                .filter(one -> one.id().equals(form.instrument()))
                .findFirst()
                .map(one -> one.shortName(words.language()))
                .orElse(form.instrument());
    }

    static List<Option> functions(Words words) {
        return Arrays.stream(Function.values())
                .map(function -> Option.of(function.name(), words.say("function." + function.name())))
                .toList();
    }
}
