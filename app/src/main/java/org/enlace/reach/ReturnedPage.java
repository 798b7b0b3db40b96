package org.enlace.reach;

import java.time.ZoneId;
import java.util.List;
import org.enlace.Language;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Letters that did not arrive.
 *
 * @param zone the reader's
 */
record ReturnedPage(List<Returned.Row> rows, ZoneId zone) implements Page {

    @Override
    public String title(Words words) {
        return words.say("returned.title");
    }

    List<Returned.Row> own() {
        return rows.stream().filter(Returned.Row::own).toList();
    }

    List<Returned.Row> others() {
        return rows.stream().filter(row -> !row.own()).toList();
    }

    static String name(Owner owner, Language language) {
        return switch (owner) {
            case Owner.Office office -> office.authority().name(language);
            case Owner.Person person ->
                person.account().name() + ", " + person.account().function();
        };
    }

    /** Where whoever answers for the address puts it right; empty where no page does. */
    static String mending(Owner owner) {
        return owner instanceof Owner.Office office
                ? "/authorities/" + office.authority().id() + "/correction"
                : "";
    }

    static String done(Returned.Row row, Words words) {
        var tried = row.tried();
        if (tried == null) {
            return words.say("returned.soon");
        }
        return tried.letters() > 0
                ? words.say("returned.again", tried.letters())
                : words.say(tried.told() > 0 ? "returned.told" : "returned.nobody");
    }
}
