package org.enlace.desk;

import org.enlace.Viewer;
import org.enlace.exchange.FourEyes;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request of the reader's authority needs two officers.
 *
 * @param choice the one in force, or null where the authority never chose
 * @param ending a first officer's word that it be so no longer, or null
 */
record FourEyesPage(FourEyes.@Nullable Choice choice, FourEyes.@Nullable Ending ending, Viewer viewer) implements Page {

    @Override
    public String title(Words words) {
        return words.say("four-eyes.title");
    }

    boolean isRequired() {
        return choice != null && choice.required();
    }

    /** Whether it is for another officer to press now. */
    boolean isForAColleague() {
        return ending != null && ending.isOf(viewer);
    }

    /** What a first officer said, and until when a second one can. */
    String waits(FourEyes.Ending word, Words words) {
        var until = words.moment(word.at().toInstant().plus(FourEyes.WEEK), viewer.zone());
        return words.say(isForAColleague() ? "four-eyes.ending.own" : "four-eyes.ending.colleague", until);
    }

    /** What holds, and since when. */
    String holds(Words words) {
        if (choice == null) {
            return words.say("four-eyes.never");
        }
        var since = words.date(choice.since().atZoneSameInstant(viewer.zone()).toLocalDate());
        return words.say(choice.required() ? "four-eyes.on" : "four-eyes.off", since);
    }
}
