package org.enlace.directory;

import java.time.LocalDate;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The block alone, for whoever follows its link without JavaScript. */
record StateAuthoritiesPage(StateAuthoritiesPart part) implements Page {

    @Override
    public String title(Words words) {
        return words.say("state-authorities.title", part.state().name(words.language()));
    }

    @Override
    public LocalDate asOf() {
        return part.on();
    }
}
