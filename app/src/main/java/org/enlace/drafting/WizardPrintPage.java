package org.enlace.drafting;

import java.util.UUID;
import org.enlace.forms.Form;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** A draft as it would be read, on paper. Says on every sheet that it was not sent. */
record WizardPrintPage(UUID draft, Form form) implements Page {

    @Override
    public String title(Words words) {
        return words.say("wizard.print.title");
    }

    @Override
    public boolean needsKey() {
        return true;
    }
}
