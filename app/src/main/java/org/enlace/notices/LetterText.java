package org.enlace.notices;

import java.util.ArrayList;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;

/** The words of one mail: what kind of thing happened, reference, urgency, deadline, link. There is no place in it for anything of the matter. */
record LetterText(Notice notice, PublicAddress address) {

    String subject() {
        var words = words();
        var subject = words.say("mail." + notice.kind() + ".subject");
        return notice.reference().isEmpty() ? subject : words.say("mail.subject", subject, notice.reference());
    }

    String body() {
        var words = words();
        var lines = new ArrayList<String>();
        lines.add(words.say("mail." + notice.kind() + ".what"));
        lines.add("");
        if (!notice.reference().isEmpty()) {
            lines.add(words.say("mail.reference", notice.reference()));
            lines.add(words.say(notice.urgent() ? "mail.urgent" : "mail.ordinary"));
        }
        var deadline = notice.deadline();
        if (deadline != null) {
            lines.add(words.say("mail.deadline", words.moment(deadline, notice.zone()), words.city(notice.zone())));
        }
        lines.add(words.say("mail.link", address.link(notice.path())));
        lines.add("");
        lines.add(words.find("mail." + notice.kind() + ".why").orElseGet(() -> words.say("mail.why")));
        return String.join("\r\n", lines);
    }

    private Words words() {
        return Words.of(LetterText.class, notice.language());
    }
}
