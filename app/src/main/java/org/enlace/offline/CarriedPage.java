package org.enlace.offline;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** Where a carried file is brought in. */
record CarriedPage() implements Page {

    @Override
    public String title(Words words) {
        return words.say("carried.title");
    }

    @Override
    public boolean needsKey() {
        return true;
    }
}
