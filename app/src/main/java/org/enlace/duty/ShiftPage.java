package org.enlace.duty;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.access.Account;
import org.enlace.directory.Authority;
import org.enlace.states.Tongues;
import org.enlace.ui.Field;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form of a shift, new or changed.
 *
 * @param current the shift as it is now, or null for a new one
 * @param findings what would follow and was not so before; shown before it is saved
 * @param conflict whether somebody else changed the shift since the form was opened: both versions are shown
 */
record ShiftPage(
        Authority authority,
        Rota rota,
        @Nullable Shift current,
        ShiftForm form,
        Problems problems,
        @Nullable Findings findings,
        boolean conflict)
        implements Page {

    static ShiftPage of(Authority authority, Rota rota, @Nullable Shift current, ShiftForm form, Problems problems) {
        return new ShiftPage(authority, rota, current, form, problems, null, false);
    }

    ShiftPage with(Findings found) {
        return new ShiftPage(authority, rota, current, form, problems, found, conflict);
    }

    ShiftPage changedMeanwhile() {
        return new ShiftPage(authority, rota, current, form, problems, findings, true);
    }

    @Override
    public String title(Words words) {
        return words.say(current == null ? "shift.add" : "shift.change");
    }

    @Override
    public int status() {
        if (conflict) {
            return 409;
        }
        return problems.areThere() ? 422 : 200;
    }

    String path() {
        return "/authorities/" + authority.id() + "/duty";
    }

    String action() {
        return path() + "/shifts" + (current == null ? "" : "/" + current.id());
    }

    /** Against which version the form is sent: whoever sees both versions decides for the newest. */
    String version() {
        return current == null ? "" : String.valueOf(current.version());
    }

    Field field(String name, String value, Words words) {
        return Field.of(words, "shift." + name, name).holding(value).facing(problems);
    }

    static List<Option> rhythms(Words words) {
        return Arrays.stream(Shift.Rhythm.values())
                .map(rhythm -> new Option(
                        rhythm.name(), words.say("rhythm." + rhythm.name()), words.say("rhythm.hint." + rhythm.name())))
                .toList();
    }

    static List<Option> days(Words words) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> Option.of(String.valueOf(day.getValue()), DutyPage.name(day, words.language())))
                .toList();
    }

    List<Option> people(Words words) {
        var officers = rota.officers().values().stream()
                .sorted(Comparator.comparing(Account::name).thenComparing(Account::id))
                .map(account -> Option.of(account.id().toString(), account.name() + " · " + account.function()));
        return Stream.concat(
                        officers,
                        Stream.of(
                                Option.of(ShiftForm.BY_FUNCTION, words.say("who.function")),
                                Option.of(ShiftForm.NOBODY, words.say("who.nobody.once"))))
                .toList();
    }

    List<Option> languages(Words words) {
        return tags(authority, current).stream()
                .map(tag -> Option.of(tag, Tongues.names(List.of(tag), words.language())))
                .toList();
    }

    Set<String> chosenLanguages() {
        return Set.copyOf(form.languages());
    }

    Set<String> chosenDays() {
        return Set.copyOf(form.days());
    }

    /** The languages that can be ticked: those of the authority, of the platform, and what is there. */
    static List<String> tags(Authority authority, @Nullable Shift current) {
        return Stream.of(
                        authority.reach().languages().stream(),
                        Arrays.stream(Language.values()).map(Language::tag),
                        current == null ? Stream.<String>of() : current.languages().stream())
                .flatMap(tags -> tags)
                .distinct()
                .toList();
    }
}
