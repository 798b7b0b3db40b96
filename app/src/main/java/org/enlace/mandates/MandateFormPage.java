package org.enlace.mandates;

import java.util.Arrays;
import java.util.List;
import org.enlace.changes.GroundsForm;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a mandate is entered or corrected.
 *
 * @param corrected the mandate that is there already, or null
 */
record MandateFormPage(
        State state,
        @Nullable Mandate corrected,
        MandateForm form,
        GroundsForm grounds,
        List<Authority> authorities,
        Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say(corrected == null ? "mandate.new" : "mandate.correct");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    String action() {
        return corrected == null
                ? "/states/" + state.code().iso3() + "/mandates"
                : "/mandates/" + corrected.id() + "/correction";
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "mandate." + name, name).holding(value).facing(problems);
    }

    static List<Option> networks(Words words) {
        return Arrays.stream(Network.values())
                .map(network -> Option.of(network.name(), words.say("network." + network.name())))
                .toList();
    }

    List<Option> visibilities(Words words) {
        return Arrays.stream(Visibility.values())
                .map(visibility -> Option.of(visibility.name(), words.say("visibility." + visibility.name())))
                .toList();
    }

    List<Option> authorityOptions() {
        return authorities.stream()
                .map(authority -> Option.of(authority.id(), authority.originalName()))
                .toList();
    }
}
