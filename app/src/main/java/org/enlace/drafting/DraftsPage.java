package org.enlace.drafting;

import java.util.List;
import org.enlace.forms.Forms;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** What the viewer's authority is writing. The host knows when a draft was saved and by whom; what it is about is opened in the browser. */
record DraftsPage(List<Draft> drafts, Forms forms) implements Page {

    @Override
    public String title(Words words) {
        return words.say("draft.list.title");
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    String kind(Draft draft, Words words) {
        return forms.require(draft.form()).title().in(words.language()).text();
    }

    String path(Draft draft) {
        return "/drafts/" + draft.id() + '/'
                + forms.require(draft.form()).groups().getFirst().id();
    }
}
