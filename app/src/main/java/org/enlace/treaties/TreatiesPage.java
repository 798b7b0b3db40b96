package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** Every instrument in our data, with how many active members are parties on a day. */
record TreatiesPage(List<Standings> standings, LocalDate on) implements Page {

    int active() {
        return standings.isEmpty() ? 0 : standings.getFirst().active().size();
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
        return on;
    }
}
