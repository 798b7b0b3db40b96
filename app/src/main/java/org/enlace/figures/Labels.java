package org.enlace.figures;

import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** What the codes in acts are called. A code that no definition has is not shown: whoever signs could write into it what they like. */
@Component
class Labels {

    private final Forms forms;
    private final States states;

    Labels(Forms forms, States states) {
        this.forms = forms;
        this.states = states;
    }

    boolean hasField(String form, String item) {
        return field(form, item).isPresent();
    }

    boolean hasGround(String code) {
        return choice(code).isPresent();
    }

    String state(StateCode code, Language language) {
        return states.name(code, language);
    }

    String form(String name, Language language) {
        return forms.find(name).map(form -> form.title().in(language).text()).orElse(name);
    }

    String field(String form, String item, Language language) {
        return field(form, item)
                .map(field -> field.brief() == null ? field.label() : field.brief())
                .map(label -> label.in(language).text())
                .orElse(item);
    }

    String ground(String code, Language language) {
        return choice(code).map(choice -> choice.label().in(language).text()).orElse(code);
    }

    private Optional<Form.Field> field(String form, String item) {
        return forms.find(form).stream()
                .flatMap(found -> found.groups().stream())
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.id().equals(item))
                .findFirst();
    }

    private Optional<Form.Choice> choice(String code) {
        return forms.profiles().stream()
                .flatMap(form -> Stream.ofNullable(form.answers()))
                .distinct()
                .map(forms::require)
                .flatMap(answers -> answers.lists().values().stream())
                .flatMap(java.util.List::stream)
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }
}
