package org.enlace.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.enlace.Language;
import org.enlace.forms.Form;
import org.enlace.ledger.Conditions;
import org.enlace.ui.Words;

/** The conditions under which something is given, in words: those of the form that asks for them, as browsers say them too. */
final class Terms {

    private Terms() {}

    /** "TLP:AMBER": the protocol's own word. */
    static String marking(Conditions conditions) {
        return "TLP:" + conditions.tlp().code().toUpperCase(Locale.ROOT).replace('-', '+');
    }

    /**
     * Each with what it is about; the marking first, with what it means.
     *
     * @param answers the form of the answers, which asks for conditions
     */
    static List<String> of(Form answers, Conditions conditions, Language language) {
        var said = new ArrayList<String>();
        said.add(label(answers, "tlp", conditions.tlp().code(), language));
        said.add(line(answers, "purpose", conditions.purpose().code(), language));
        said.add(line(answers, "onward", conditions.onward().code(), language));
        said.add(line(answers, "court", conditions.court().code(), language));
        if (conditions.handling() != null) {
            said.add(line(answers, "handling", conditions.handling().code(), language));
        }
        return said;
    }

    /** The same of what the other side gave, and what follows from it for whoever reads it. */
    static List<String> of(Form answers, Under under, Words words) {
        var said = new ArrayList<>(of(answers, under.conditions(), words.language()));
        under.barsHandingOver().forEach(bar -> said.add(words.say("bar." + bar.code())));
        return said;
    }

    private static String line(Form form, String name, String code, Language language) {
        var about = form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> Objects.equals(field.coded(), name))
                .findFirst()
                .map(field -> field.label().in(language).text())
                .orElse(name);
        return about + ": " + label(form, name, code, language);
    }

    private static String label(Form form, String list, String code, Language language) {
        return form.lists().getOrDefault(list, List.of()).stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .map(choice -> choice.label().in(language).text())
                .orElse(code);
    }
}
