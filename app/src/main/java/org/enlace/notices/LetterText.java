package org.enlace.notices;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;

/**
 * The words of one mail: what kind of thing happened, reference, urgency, deadline, link. There is no place in it for anything of the matter.
 *
 * @param together what a digest holds, oldest first; else empty
 */
record LetterText(Notice notice, List<Notice> together, PublicAddress address) {

    String subject() {
        var words = words();
        var subject = words.say("mail." + notice.kind() + ".subject");
        return notice.reference().isEmpty() ? subject : words.say("mail.subject", subject, notice.reference());
    }

    String body() {
        var words = words();
        var lines = new ArrayList<String>();
        lines.add(what(notice, words));
        lines.add("");
        if (together.isEmpty()) {
            addFacts(notice, words, lines);
        } else {
            newest().forEach(each -> {
                lines.add(what(each, words));
                addFacts(each, words, lines);
                lines.add("");
            });
            lines.add(words.say("mail.DIGEST.change", address.link(notice.path())));
        }
        lines.add("");
        lines.add(words.find("mail." + notice.kind() + ".why").orElseGet(() -> words.say("mail.why")));
        return String.join("\r\n", lines);
    }

    /** Of what happened several times to one thing, the last: whoever follows the link sees the rest. */
    private Iterable<Notice> newest() {
        var newest = new LinkedHashMap<String, Notice>();
        together.forEach(each -> newest.put(each.kind() + each.path(), each));
        return newest.values();
    }

    private static String what(Notice each, Words words) {
        return words.say("mail." + each.kind() + ".what");
    }

    private void addFacts(Notice each, Words words, List<String> lines) {
        if (!each.reference().isEmpty()) {
            lines.add(words.say("mail.reference", each.reference()));
            lines.add(words.say(each.urgent() ? "mail.urgent" : "mail.ordinary"));
        }
        var deadline = each.deadline();
        if (deadline != null) {
            // Beside the reader's own time stands UTC and not the other state's: a mail goes through the hands of
            // others, and a city would say who is asked.
            lines.add(words.say(
                    "mail.deadline", words.momentIn(deadline, each.zone()), words.momentIn(deadline, ZoneOffset.UTC)));
        }
        lines.add(words.say("mail.link", address.link(each.path())));
    }

    private Words words() {
        return Words.of(LetterText.class, notice.language());
    }
}
