package org.enlace.desk;

import org.enlace.Language;
import org.enlace.exchange.Deadlines;
import org.enlace.exchange.Surroundings;
import org.enlace.exchange.Terms;
import org.enlace.procedure.Request;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What surrounds a request today: the treaty it is made under, what else binds the two states, what the requested state reserved. All of it is public. */
@Component
class Situations {

    private final Instruments instruments;
    private final Terms terms;
    private final Deadlines deadlines;
    private final Surroundings surroundings;

    Situations(Instruments instruments, Terms terms, Deadlines deadlines, Surroundings surroundings) {
        this.instruments = instruments;
        this.terms = terms;
        this.deadlines = deadlines;
        this.surroundings = surroundings;
    }

    Situation of(Request request, Language language) {
        var now = terms.clock().instant();
        return new Situation(
                now,
                terms.targets(),
                deadlines.of(request, now),
                deadlines.begun(request),
                instrument(request, language),
                terms.answers(request).form(),
                surroundings.of(request));
    }

    /** The short name of the treaty and the article that the form serves, or the words for help without one. */
    private String instrument(Request request, Language language) {
        var words = Words.of(Situations.class, language);
        var id = request.sending().instrument();
        if (id == null) {
            return words.say("instrument.none");
        }
        var name = instruments
                .find(id)
                .map(instrument -> instrument.shortName(language))
                .orElse(id);
        return terms.form(request).serves().stream()
                .filter(serves -> id.equals(serves.instrument()) && serves.article() != null)
                .findFirst()
                .map(serves -> words.say("instrument.article", name, serves.article()))
                .orElse(name);
    }
}
