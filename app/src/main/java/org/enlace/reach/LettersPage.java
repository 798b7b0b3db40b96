package org.enlace.reach;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * When letters come to somebody.
 *
 * @param chosen what holds, or null where nobody ever chose
 * @param dayAndNight whether the mailbox, or the authority of the person, answers day and night
 */
record LettersPage(Owner owner, Wishes.@Nullable Chosen chosen, boolean dayAndNight, WishForm form, Problems problems)
        implements Page {

    LettersPage with(WishForm typed, Problems wrong) {
        return new LettersPage(owner, chosen, dayAndNight, typed, wrong);
    }

    @Override
    public String title(Words words) {
        return words.say(isOffice() ? "letters.office.title" : "letters.title");
    }

    @Override
    public int status() {
        return problems.areThere() ? 422 : 200;
    }

    boolean isOffice() {
        return owner instanceof Owner.Office;
    }

    /** Nothing can be chosen: its letters come at once. */
    boolean isFixed() {
        return isOffice() && dayAndNight;
    }

    String path() {
        return isOffice() ? "/desk/letters" : "/account/letters";
    }

    /** Where letters go: the mailbox, or the person's own address; empty where no mailbox is recorded. */
    String address() {
        return switch (owner) {
            case Owner.Office office ->
                Objects.requireNonNullElse(office.authority().reach().mailbox(), "");
            case Owner.Person person -> person.account().email();
        };
    }

    /** What holds, in a sentence, with the place of the clocks. */
    String holds(Words words) {
        var city = words.city(owner.zone());
        var wish = chosen == null || isFixed() ? new Wish.AtOnce() : chosen.wish();
        return switch (wish) {
            case Wish.AtOnce now -> words.say("letters.holds.at-once");
            case Wish.NotAtNight night ->
                words.say(
                        "letters.holds.not-at-night",
                        night.from().toString(),
                        night.until().toString(),
                        city);
            case Wish.OnceADay day ->
                words.say("letters.holds.once-a-day", day.hour().toString(), city);
        };
    }

    static List<Option> manners(Words words) {
        return Arrays.stream(Wish.Manner.values())
                .map(manner -> new Option(
                        manner.code(),
                        words.say("manner." + manner.code()),
                        words.say("manner." + manner.code() + ".hint")))
                .toList();
    }

    Field field(String name, String value, Words words) {
        return Field.of(words, "letters." + name, name).holding(value).facing(problems);
    }
}
