package org.enlace.duty;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.access.Account;
import org.enlace.states.State;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rota of one authority.
 *
 * @param coming the days ahead; empty for the public
 * @param kept for whoever keeps the rota, else null
 */
record DutyPage(
        State state,
        DutyPart part,
        List<Coming> coming,
        @Nullable Kept kept) implements Page {

    static final Duration AHEAD = Duration.ofDays(7);

    @Override
    public String title(Words words) {
        return words.say("duty.title");
    }

    String path() {
        return "/authorities/" + part.authority().id() + "/duty";
    }

    /** A shift in words: "every Monday, Tuesday" or its first day; from when to when is said apart. */
    static String days(Shift shift, Words words) {
        return shift.days().size() == DayOfWeek.values().length
                ? words.say("rhythm.daily")
                : shift.days().stream()
                        .sorted()
                        .map(day -> name(day, words.language()))
                        .collect(Collectors.joining(", "));
    }

    static String name(DayOfWeek day, Language language) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    static String when(Shift shift, Words words) {
        var from = shift.from().toLocalTime().toString();
        var until = shift.untilTime().toString();
        if (!shift.isWeekly()) {
            var last = shift.untilDay() == null ? shift.from().toLocalDate() : shift.untilDay();
            return words.say("shift.once", words.date(shift.from().toLocalDate()), from, words.date(last), until);
        }
        var night = !shift.untilTime().isAfter(shift.from().toLocalTime());
        return words.say(night ? "shift.weekly.night" : "shift.weekly", days(shift, words), from, until);
    }

    /** From which day, and until which day, a weekly shift holds; empty when it simply holds. */
    static String period(Shift shift, Instant now, Rota rota, Words words) {
        var starts = shift.isWeekly() && rota.moment(shift.from()).isAfter(now);
        var from = starts ? words.say("shift.since", words.date(shift.from().toLocalDate())) : "";
        var until = shift.isWeekly() && shift.untilDay() != null
                ? words.say("shift.last", words.date(shift.untilDay()))
                : "";
        return List.of(from, until).stream().filter(said -> !said.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** Who a shift names, for whoever keeps it. */
    static String who(Shift shift, Rota rota, Words words) {
        var who = shift.who();
        if (who.nobody()) {
            return words.say("who.nobody");
        }
        var account = who.account() == null ? null : rota.officers().get(who.account());
        if (account != null) {
            return function(account);
        }
        return who.function().isEmpty() ? words.say("duty.line-only") : who.function();
    }

    private static String function(Account account) {
        return account.name().equals(account.function()) ? account.name() : account.function() + " · " + account.name();
    }

    /** The shifts that still come to pass. */
    List<Shift> shifts() {
        var today = part.now().atZone(part.authority().zone()).toLocalDate();
        return kept == null
                ? List.of()
                : kept.rota().shifts().stream()
                        .filter(shift -> shift.untilDay() == null
                                || !shift.untilDay().plusDays(1).isBefore(today))
                        .toList();
    }

    /** A watch ahead, and who has it. */
    record Coming(Watch watch, DutyNow.Person person) {}

    /** The rota itself, and what to look at in it. */
    record Kept(Rota rota, Findings findings) {}
}
