package org.enlace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.enlace.Language;
import org.enlace.forms.Forms;
import org.junit.jupiter.api.Test;

class TypesettingTests {

    @Test
    void inFrenchNoLineBeginsWithASemicolonOrEndsWithAGuillemet() {
        assertThat(Typesetting.of(Language.FR, "Quoi ? Rien ; voyez « ceci » : c’est tout !"))
                .isEqualTo("Quoi\u202f? Rien\u202f; voyez «\u00a0ceci\u00a0»\u00a0: c’est tout\u202f!");
        assertThat(Typesetting.of(Language.ES, "« así » : no")).isEqualTo("« así » : no");
    }

    @Test
    void wordsAndFormsAreSetWhereTheyAreLoaded() {
        assertThat(Words.of("forms", Language.FR).find("basis.tag").orElseThrow())
                .doesNotContain(" :", " ;", " ?");
        for (var form : Forms.read().profiles()) {
            for (var group : form.groups()) {
                assertThat(group.intro().in(Language.FR).text())
                        .as(form.form())
                        .doesNotContain(" :", " ;", " ?", " !", "« ", " »");
            }
        }
        assertThat(Forms.read()
                        .require("preservation/1")
                        .group("offence")
                        .orElseThrow()
                        .intro()
                        .in(Language.FR)
                        .text())
                .contains("\u202f;");
    }
}
