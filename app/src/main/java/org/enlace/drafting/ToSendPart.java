package org.enlace.drafting;

import java.time.ZoneId;
import java.util.List;
import org.enlace.forms.Forms;
import org.enlace.ui.Part;
import org.enlace.ui.Words;

/**
 * Drafts that the reader was asked to read and send; nothing at all where there are none.
 *
 * @param zone the reader's
 */
record ToSendPart(List<SecondHand.Asked> drafts, Forms forms, ZoneId zone) implements Part {

    String kind(SecondHand.Asked asked, Words words) {
        return forms.require(asked.form()).title().in(words.language()).text();
    }
}
