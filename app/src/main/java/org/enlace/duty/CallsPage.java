package org.enlace.duty;

import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/**
 * Where a call is verified, and what was verified lately.
 *
 * @param other the counterpart that the page was opened for; may be empty
 */
record CallsPage(Authority own, List<Option> counterparts, String other, List<Line> lines, Wrong wrong)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("calls.title");
    }

    @Override
    public int status() {
        return wrong == Wrong.NOTHING ? 200 : 422;
    }

    Problems problems(Words words) {
        return switch (wrong) {
            case NOTHING -> Problems.NONE;
            case COUNTERPART -> Problems.at("with", words.say("calls.with.missing"));
            case CODE -> Problems.at("code", words.say("calls.code.wrong"));
        };
    }

    Field code(Words words) {
        return Field.of(words, "calls.code", "code").facing(problems(words));
    }

    Field with(Words words) {
        return Field.of(words, "calls.with", "with").holding(other).facing(problems(words));
    }

    /** A call and the authority on its other end. */
    record Line(Call call, Authority other) {}

    enum Wrong {
        NOTHING,
        COUNTERPART,
        CODE
    }
}
