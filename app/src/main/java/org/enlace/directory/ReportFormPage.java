package org.enlace.directory;

import java.util.ArrayList;
import java.util.List;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** The form on which the secretariat enters what was said in a meeting about an entry. */
record ReportFormPage(Authority authority, List<Naming> designations, ReportForm form, Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("report.new");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    Field field(String name, Object value, Words words) {
        return Field.of(words, "report." + name, name).holding(value).facing(problems);
    }

    /** The whole entry, or one of the things the authority is designated for. */
    List<Option> entries(Words words) {
        var options = new ArrayList<Option>();
        options.add(Option.of(authority.id(), words.say("report.entry.whole")));
        for (var naming : designations) {
            options.add(Option.of(naming.key().toString(), naming.said(words)));
        }
        return options;
    }
}
