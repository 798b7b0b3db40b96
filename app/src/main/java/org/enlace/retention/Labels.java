package org.enlace.retention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.exchange.Holding;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.states.States;
import org.enlace.ui.Option;
import org.springframework.stereotype.Component;

/** What codes are called. */
@Component
class Labels {

    private final Forms forms;
    private final States states;

    Labels(Forms forms, States states) {
        this.forms = forms;
        this.states = states;
    }

    String state(StateCode code, Language language) {
        return states.name(code, language);
    }

    /** What was asked, by the title of its form. */
    String title(Holding holding, Language language) {
        return forms.find(holding.form()).map(form -> title(form, language)).orElse(holding.kind());
    }

    String kind(String kind, Language language) {
        return kinds(language).stream()
                .filter(option -> option.value().equals(kind))
                .map(Option::label)
                .findFirst()
                .orElse(kind);
    }

    /** Every kind of request, whatever the versions of its form. */
    List<Option> kinds(Language language) {
        Map<String, Option> kinds = new LinkedHashMap<>();
        for (var form : forms.profiles()) {
            var kind = form.form().substring(0, form.form().indexOf('/'));
            kinds.put(kind, Option.of(kind, title(form, language)));
        }
        return List.copyOf(kinds.values());
    }

    private static String title(Form form, Language language) {
        return form.title().in(language).text();
    }
}
