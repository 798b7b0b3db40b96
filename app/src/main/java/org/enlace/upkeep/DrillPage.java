package org.enlace.upkeep;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** "This is a drill: press the button"; or, once it was pressed or the drill is over, how it went. */
record DrillPage(String link, Answering.Asked asked, boolean open) implements Page {

    @Override
    public String title(Words words) {
        return words.say("drill.title");
    }
}
