package org.enlace.drafting;

import java.util.List;
import org.enlace.access.Account;
import org.enlace.forms.Forms;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Before a draft is handed to a colleague.
 *
 * @param colleagues who will be asked; nobody, where the reader is the only officer
 */
record SecondHandPage(Draft draft, Forms forms, List<Account> colleagues) implements Page {

    @Override
    public String title(Words words) {
        return words.say("second.title");
    }

    String kind(Words words) {
        return forms.require(draft.form()).title().in(words.language()).text();
    }

    String back() {
        return "/drafts/" + draft.id() + '/' + WizardPage.CHECK;
    }
}
