package org.enlace.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.enlace.forms.Forms;
import org.enlace.procedure.Kind;
import org.springframework.stereotype.Component;

/** What the form of a request provides for. */
@Component
class Provisions {

    private final Forms forms;

    Provisions(Forms forms) {
        this.forms = forms;
    }

    /** The acts that a request of this form admits, by what has happened. */
    Set<Kind> acts(String form) {
        var kinds = EnumSet.noneOf(Kind.class);
        forms.require(form).acts().forEach(code -> kinds.add(Kind.of(code)));
        return kinds;
    }

    /** The requests that ask for preserved data themselves, each as its form and its measure with a blank between. */
    List<String> disclosures() {
        return forms.profiles().stream()
                .flatMap(form -> form.discloses().stream().map(measure -> form.form() + ' ' + measure))
                .toList();
    }
}
