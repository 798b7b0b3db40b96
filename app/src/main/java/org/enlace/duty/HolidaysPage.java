package org.enlace.duty;

import java.time.LocalDate;
import java.time.format.TextStyle;
import org.enlace.Language;
import org.enlace.states.State;
import org.enlace.ui.Field;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;

/** The public holidays of a state in one year, each with where it comes from. */
record HolidaysPage(State state, HolidayYear holidays, boolean mayKeep, Typed typed, Problems problems)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("holidays.title", state.name(words.language()), Integer.toString(holidays.year()));
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    String path() {
        return "/states/" + state.code() + "/holidays";
    }

    boolean isReachable(int year) {
        return year >= LibraryHolidays.FIRST_YEAR && year <= LibraryHolidays.LAST_YEAR;
    }

    static String weekday(LocalDate day, Language language) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    /** Where a day comes from, with who said it for whom the page is theirs to keep. */
    String origin(Holiday holiday, Words words) {
        var word = holiday.word();
        if (word == null) {
            return words.say("holidays.library");
        }
        var on = words.date(LocalDate.ofInstant(word.at(), state.zone()));
        var other = word.otherDay() == null ? "" : words.date(word.otherDay());
        var said = words.say("word." + word.kind().name(), on, other);
        return mayKeep ? words.say("word.by", said, word.byName()) : said;
    }

    Field day(Words words) {
        return Field.of(words, "holidays.day", "day").holding(typed.day()).facing(problems);
    }

    Field name(Words words) {
        return Field.of(words, "holidays.name", "name").holding(typed.name()).facing(problems);
    }

    Field to(Holiday holiday, Words words) {
        var name = "to-" + holiday.day();
        return new Field(name, words.say("holidays.to"), null, "", problems.at(name), false);
    }

    /** What was typed into the form of a new day. */
    record Typed(String day, String name) {
        static final Typed NOTHING = new Typed("", "");
    }
}
