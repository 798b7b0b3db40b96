package org.enlace.mandates;

import java.time.LocalDate;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The block alone, for whoever follows its link without JavaScript. */
record StateMandatesPage(StateMandatesPart part) implements Page {

    @Override
    public String title(Words words) {
        return words.say("state-mandates.title", part.state().name(words.language()));
    }

    @Override
    public LocalDate asOf() {
        return part.on();
    }
}
