package org.enlace.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enlace.forms.Form;
import org.enlace.ledger.Conditions;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which something was given, as they are read before it is opened.
 *
 * @param marking the Traffic Light Protocol's own word, such as {@code TLP:AMBER}
 * @param colour of the marking, for its look
 * @param audience what the marking means
 * @param terms what may be done with it
 * @param court what is to be said wherever it is shown, where use in court is not free; null where it is
 * @param granted whether its use in court was asked for and allowed
 */
record ConditionsView(
        String marking,
        String colour,
        String audience,
        List<Term> terms,
        @Nullable String court,
        boolean granted) {

    /** One condition: what it is about, and what it says. */
    record Term(String about, String says) {}

    /** @param granted whether its use in court was asked for and allowed */
    static ConditionsView of(Conditions conditions, boolean granted, Form form, Words words) {
        var terms = new ArrayList<Term>();
        terms.add(term(form, "purpose", conditions.purpose().code(), words));
        terms.add(term(form, "onward", conditions.onward().code(), words));
        terms.add(term(form, "court", conditions.court().code(), words));
        if (conditions.handling() != null) {
            terms.add(term(form, "handling", conditions.handling().code(), words));
        }
        var code = conditions.tlp().code();
        return new ConditionsView(
                "TLP:" + code.toUpperCase(Locale.ROOT).replace('-', '+'),
                code.startsWith("amber") ? "amber" : code,
                label(form, "tlp", code, words).replaceFirst("^TLP:[A-Z+]+\\h?: ?", ""),
                terms,
                court(conditions, granted, words),
                granted);
    }

    private static @Nullable String court(Conditions conditions, boolean granted, Words words) {
        return switch (conditions.court()) {
            case FREE -> null;
            case ASK -> words.say(granted ? "conditions.court.granted" : "conditions.court.ask");
            case NONE -> words.say(granted ? "conditions.court.granted" : "conditions.court.none");
        };
    }

    private static Term term(Form form, String about, String code, Words words) {
        return new Term(words.say("conditions." + about), label(form, about, code, words));
    }

    private static String label(Form form, String list, String code, Words words) {
        return form.choices(list).stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> choice.label().in(words.language()).text())
                .findFirst()
                .orElse(code);
    }
}
