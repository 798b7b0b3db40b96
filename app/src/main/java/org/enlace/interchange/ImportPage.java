package org.enlace.interchange;

import java.util.List;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.states.State;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** Their list beside ours, line by line and field by field; a person ticks what to propose. */
record ImportPage(
        Import taken,
        Delimited list,
        Comparison comparison,
        Comparison.View view,
        List<Imports.Proposal> proposals,
        List<State> states)
        implements Page {

    List<Imports.Proposal> proposed(Comparison.Line line) {
        return proposals.stream()
                .filter(proposal -> proposal.line() == line.number())
                .toList();
    }

    String state(StateCode code, Language language) {
        return states.stream()
                .filter(state -> state.code().equals(code))
                .findFirst()
                .map(state -> state.name(language))
                .orElse(code.iso3());
    }

    /** What stands in it where there is nothing. */
    static String said(String text) {
        return text.isEmpty() ? "–" : text;
    }

    /** How a verdict is drawn: a word in a shape of its own. */
    static String tag(Comparison.Verdict verdict) {
        return switch (verdict) {
            case SAME -> "done";
            case DIFFERS -> "late";
            case NEW -> "soon";
            case ONLY_OURS, NOTHING -> "plain";
        };
    }

    @Override
    public String title(Words words) {
        return words.say("compare.title", taken.owner());
    }
}
