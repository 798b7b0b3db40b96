package org.enlace.exchange;

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
 * @param lines what may be done with it, in the reader's language
 * @param court what is to be said wherever it is shown, where use in court is not free; null where it is
 */
record ConditionsView(
        String marking,
        String colour,
        List<String> lines,
        @Nullable String court) {

    /** @param granted whether its use in court was asked for and allowed */
    static ConditionsView of(Conditions conditions, boolean granted, Form form, Words words) {
        var lines = new ArrayList<String>();
        lines.add(label(form, "tlp", conditions.tlp().code(), words));
        lines.add(label(form, "purpose", conditions.purpose().code(), words));
        lines.add(label(form, "onward", conditions.onward().code(), words));
        if (conditions.court() == Conditions.Leave.FREE) {
            lines.add(label(form, "court", conditions.court().code(), words));
        }
        if (conditions.handling() != null) {
            lines.add(label(form, "handling", conditions.handling().code(), words));
        }
        var code = conditions.tlp().code();
        return new ConditionsView(
                "TLP:" + code.toUpperCase(Locale.ROOT).replace('-', '+'),
                code.startsWith("amber") ? "amber" : code,
                lines,
                court(conditions, granted, words));
    }

    private static @Nullable String court(Conditions conditions, boolean granted, Words words) {
        return switch (conditions.court()) {
            case FREE -> null;
            case ASK -> words.say(granted ? "conditions.court.granted" : "conditions.court.ask");
            case NONE -> words.say(granted ? "conditions.court.granted" : "conditions.court.none");
        };
    }

    private static String label(Form form, String list, String code, Words words) {
        return form.choices(list).stream()
                .filter(choice -> choice.code().equals(code))
                .map(choice -> choice.label().in(words.language()).text())
                .findFirst()
                .orElse(code);
    }
}
