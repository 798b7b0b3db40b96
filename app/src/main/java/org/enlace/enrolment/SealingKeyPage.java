package org.enlace.enrolment;

import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The block alone, for whoever follows its link without JavaScript. */
record SealingKeyPage(SealingKeyPart part) implements Page {

    @Override
    public String title(Words words) {
        return words.say("block.sealing-key");
    }
}
