package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import org.enlace.states.SetQuestion;
import org.enlace.states.StateSet;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** Every instrument in our data, with how many states of a set are parties on a day. */
record TreatiesPage(List<Standings> standings, SetQuestion asked) implements Page {

    LocalDate on() {
        return asked.on();
    }

    StateSet set() {
        return asked.set();
    }

    static String force(Instrument instrument, LocalDate on, Words words) {
        var since = instrument.inForceSince();
        if (since == null) {
            return words.say("in-force." + instrument.inForce().name());
        }
        return words.say(since.isAfter(on) ? "in-force.later" : "in-force.YES", words.date(since));
    }

    @Override
    public String title(Words words) {
        return words.say("treaties.title");
    }

    @Override
    public LocalDate asOf() {
        return on();
    }
}
