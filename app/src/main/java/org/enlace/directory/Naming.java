package org.enlace.directory;

import org.enlace.treaties.Instrument;
import org.enlace.ui.Words;

/** A designation by its instrument's name: "Palermo Convention: mutual legal assistance". */
record Naming(DesignationKey key, Instrument instrument) {

    String said(Words words) {
        return words.say(
                "designation.line",
                instrument.shortName(words.language()),
                words.say("function." + key.function().name()));
    }
}
