package org.enlace.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** The days ahead on which one authority is closed or open other than its state says. */
record OfficeDaysPage(
        State state, Authority authority, List<OfficeDay> days, boolean mayKeep, Typed typed, Problems problems)
        implements Page {

    /** What can be said of a day by the form. */
    static final OfficeDay.Word[] SAID = {OfficeDay.Word.CLOSED, OfficeDay.Word.OPEN};

    @Override
    public String title(Words words) {
        return words.say("office-days.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    String path() {
        return "/authorities/" + authority.id() + "/duty/days";
    }

    /** Who said it is for the authority and its coordinator to see. */
    String origin(OfficeDay day, Words words) {
        var on = words.date(LocalDate.ofInstant(day.at(), authority.zone()));
        var said = words.say("office-days.said", on);
        return mayKeep ? words.say("word.by", said, day.byName()) : said;
    }

    Field day(Words words) {
        return Field.of(words, "office-days.day", "day").holding(typed.day()).facing(problems);
    }

    Field word(Words words) {
        return Field.of(words, "office-days.word", "word").holding(typed.word()).facing(problems);
    }

    Field name(Words words) {
        return Field.of(words, "office-days.name", "name").holding(typed.name()).facing(problems);
    }

    List<Option> words(Words words) {
        return Arrays.stream(SAID)
                .map(word -> Option.of(word.name(), words.say("office-day." + word)))
                .toList();
    }

    /** What was typed into the form. */
    record Typed(String day, String word, String name) {
        static final Typed NOTHING = new Typed("", "", "");
    }
}
