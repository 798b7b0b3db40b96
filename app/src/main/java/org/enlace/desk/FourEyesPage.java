package org.enlace.desk;

import java.time.ZoneId;
import org.enlace.exchange.FourEyes;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request of the reader's authority needs two officers.
 *
 * @param choice the one in force, or null where the authority never chose
 * @param yours the reader's zone
 */
record FourEyesPage(FourEyes.@Nullable Choice choice, ZoneId yours) implements Page {

    @Override
    public String title(Words words) {
        return words.say("four-eyes.title");
    }

    boolean isRequired() {
        return choice != null && choice.required();
    }

    /** What holds, and since when. */
    String holds(Words words) {
        if (choice == null) {
            return words.say("four-eyes.never");
        }
        var since = words.date(choice.since().atZoneSameInstant(yours).toLocalDate());
        return words.say(choice.required() ? "four-eyes.on" : "four-eyes.off", since);
    }
}
