package org.enlace.interchange;

import java.util.List;
import org.enlace.ui.Field;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** The lists taken in so far, and a form for another. */
record ImportsPage(List<Import> imports, ImportForm form, Problems problems) implements Page {

    Field field(String name, String value, Words words) {
        return Field.of(words, "import." + name, name).holding(value).facing(problems);
    }

    @Override
    public String title(Words words) {
        return words.say("imports.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }
}
