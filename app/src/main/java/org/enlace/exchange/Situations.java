package org.enlace.exchange;

import java.util.HashSet;
import java.util.Objects;
import org.enlace.Language;
import org.enlace.forms.Circumstances;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What surrounds a request today: the treaty it is made under, what else binds the two states, what the requested state reserved. All of it is public. */
@Component
class Situations {

    /** How acts and conditions name help that is asked for without a treaty. */
    private static final String WITHOUT_TREATY = "none";

    /** Budapest: only a state that reserved this may refuse for want of dual criminality. */
    private static final String RESERVED_ARTICLE = "29(4)";

    private final Instruments instruments;
    private final Terms terms;
    private final Deadlines deadlines;

    Situations(Instruments instruments, Terms terms, Deadlines deadlines) {
        this.instruments = instruments;
        this.terms = terms;
        this.deadlines = deadlines;
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
                circumstances(request));
    }

    /** What the host can tell of the conditions that choices and grounds depend on. */
    Circumstances circumstances(Request request) {
        var sending = request.sending();
        var instrument = Objects.requireNonNullElse(sending.instrument(), WITHOUT_TREATY);
        var requested = request.requested();
        var today = terms.clock().instant().atZone(requested.zone()).toLocalDate();
        var hold = new HashSet<String>();
        hold.add("instrument:" + instrument);
        hold.add("measure:" + sending.measure());
        hold.add("status:" + sending.status().code());
        instruments.between(request.requesting().state(), requested.state(), today).stream()
                .filter(relation -> relation.bound() == Bound.YES)
                .forEach(relation -> hold.add("bound:" + relation.instrument().id()));
        if (sending.instrument() != null
                && instruments.hasReservation(instrument, requested.state(), RESERVED_ARTICLE, today)) {
            hold.add("reservation" + RESERVED_ARTICLE);
        }
        return new Circumstances(hold);
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
