package org.enlace.duty;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The block alone, for whoever follows its link without JavaScript. */
record StateDutyPage(StateDutyPart part) implements Page {

    @Override
    public String title(Words words) {
        return words.say("state-duty.title", part.state().name(words.language()));
    }
}
