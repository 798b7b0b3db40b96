package org.enlace.duty;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A shift as somebody types it, days and times on the authority's clocks.
 *
 * @param days numbers of the days of the week, Monday being 1
 * @param who the id of an officer's account, {@value #BY_FUNCTION} or {@value #NOBODY}
 * @param version the one that was on the page; empty for a new shift
 * @param seen the answers whose consequences were looked at before saving; empty when they were not
 */
record ShiftForm(
        String rhythm,
        List<String> days,
        String fromDay,
        String fromTime,
        String untilDay,
        String untilTime,
        String who,
        String function,
        String telephone,
        List<String> languages,
        String version,
        String seen) {

    static final String BY_FUNCTION = "FUNCTION";
    static final String NOBODY = "NOBODY";

    private static final Pattern TELEPHONE =
            Pattern.compile("(\\+?[0-9][0-9 ()./-]{4,40}(( ext\\.? ?| x)[0-9]{1,6})?)?");
    private static final Duration LONGEST = Duration.ofDays(31);

    ShiftForm {
        rhythm = text(rhythm);
        days = days == null ? List.of() : List.copyOf(days);
        fromDay = text(fromDay);
        fromTime = text(fromTime);
        untilDay = text(untilDay);
        untilTime = text(untilTime);
        who = text(who);
        function = text(function);
        telephone = text(telephone);
        languages = languages == null ? List.of() : List.copyOf(languages);
        version = text(version);
        seen = text(seen);
    }

    /** For a new shift: weekly from today on, or in the gap that was chosen. */
    static ShiftForm empty(
            LocalDate today, ZoneId zone, @Nullable Instant from, @Nullable Instant until, List<String> tags) {
        if (from == null || until == null) {
            return new ShiftForm("WEEKLY", List.of(), today.toString(), "", "", "", "", "", "", tags, "", "");
        }
        var begin = from.atZone(zone).toLocalDateTime();
        var end = until.atZone(zone).toLocalDateTime();
        return new ShiftForm(
                "ONCE",
                List.of(),
                begin.toLocalDate().toString(),
                minutes(begin.toLocalTime()),
                end.toLocalDate().toString(),
                minutes(end.toLocalTime()),
                "",
                "",
                "",
                tags,
                "",
                "");
    }

    static ShiftForm of(Shift shift) {
        var account = shift.who().account();
        return new ShiftForm(
                shift.rhythm().name(),
                shift.days().stream().map(day -> String.valueOf(day.getValue())).toList(),
                shift.from().toLocalDate().toString(),
                shift.from().toLocalTime().toString(),
                shift.untilDay() == null ? "" : shift.untilDay().toString(),
                shift.untilTime().toString(),
                account != null ? account.toString() : shift.who().nobody() ? NOBODY : BY_FUNCTION,
                shift.who().function(),
                shift.who().telephone(),
                shift.languages(),
                String.valueOf(shift.version()),
                "");
    }

    /** The answers that bear on who is on duty when. */
    String answers() {
        return String.join(
                "|",
                rhythm,
                String.join("", days),
                fromDay,
                fromTime,
                untilDay,
                untilTime,
                who,
                function,
                telephone,
                String.join(",", languages));
    }

    boolean wereConsequencesSeen() {
        return !seen.isEmpty() && seen.equals(answers());
    }

    /** @param officers who may be named */
    void check(Set<UUID> officers, Errors problems) {
        var weekly = rhythm.equals(Shift.Rhythm.WEEKLY.name());
        reject(problems, "rhythm", !weekly && !rhythm.equals(Shift.Rhythm.ONCE.name()), "shift.rhythm.missing");
        reject(problems, "days", weekly && readDays().isEmpty(), "shift.days.missing");
        reject(problems, "fromDay", day(fromDay).isEmpty(), "shift.day.wrong");
        reject(problems, "fromTime", time(fromTime).isEmpty(), "shift.time.wrong");
        reject(problems, "untilTime", time(untilTime).isEmpty(), "shift.time.wrong");
        reject(problems, "untilDay", day(untilDay).isEmpty() && !(weekly && untilDay.isEmpty()), "shift.day.wrong");
        if (!problems.hasErrors()) {
            reject(problems, "untilDay", !endsRight(weekly), weekly ? "shift.last.wrong" : "shift.end.wrong");
        }
        var named = named().isPresent();
        reject(
                problems,
                "who",
                named ? !officers.contains(named().get()) : !who.equals(BY_FUNCTION) && !(isNobody() && !weekly),
                isNobody() ? "shift.nobody.once" : "shift.who.missing");
        reject(
                problems,
                "function",
                who.equals(BY_FUNCTION) && function.isEmpty() && telephone.isEmpty(),
                "shift.function.missing");
        reject(problems, "function", function.length() > 120, "field.bad");
        reject(problems, "telephone", !TELEPHONE.matcher(telephone).matches(), "shift.telephone.wrong");
    }

    /** Once {@link #check} found nothing. */
    Shift read(UUID id, String authority, List<String> offered, Viewer viewer, Instant now) {
        var weekly = rhythm.equals(Shift.Rhythm.WEEKLY.name());
        return new Shift(
                id,
                version.isEmpty() ? 0 : Integer.parseInt(version),
                authority,
                Shift.Rhythm.valueOf(rhythm),
                weekly ? readDays() : Set.of(),
                LocalDateTime.of(day(fromDay).orElseThrow(), time(fromTime).orElseThrow()),
                day(untilDay).orElse(null),
                time(untilTime).orElseThrow(),
                new Shift.Who(
                        named().orElse(null),
                        who.equals(BY_FUNCTION) ? function : "",
                        isNobody() ? "" : telephone,
                        isNobody()),
                languages.stream().filter(offered::contains).distinct().toList(),
                new Shift.Edit(viewer.requireAccount(), viewer.name(), now));
    }

    boolean hasVersion() {
        return version.matches("[0-9]{1,6}");
    }

    private boolean isNobody() {
        return who.equals(NOBODY);
    }

    private boolean endsRight(boolean weekly) {
        var from = LocalDateTime.of(day(fromDay).orElseThrow(), time(fromTime).orElseThrow());
        if (weekly) {
            return day(untilDay)
                    .filter(last -> last.isBefore(from.toLocalDate()))
                    .isEmpty();
        }
        var until =
                LocalDateTime.of(day(untilDay).orElseThrow(), time(untilTime).orElseThrow());
        return from.isBefore(until)
                && Duration.between(from.toInstant(ZoneOffset.UTC), until.toInstant(ZoneOffset.UTC))
                                .compareTo(LONGEST)
                        <= 0;
    }

    private Set<DayOfWeek> readDays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> days.contains(String.valueOf(day.getValue())))
                .collect(Collectors.toSet());
    }

    private Optional<UUID> named() {
        try {
            return Optional.of(UUID.fromString(who));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> day.getYear() >= LibraryHolidays.FIRST_YEAR)
                    .filter(day -> day.getYear() <= LibraryHolidays.LAST_YEAR);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String minutes(LocalTime time) {
        return LocalTime.of(time.getHour(), time.getMinute()).toString();
    }

    private static void reject(Errors problems, String field, boolean wrong, String sentence) {
        if (wrong) {
            problems.rejectValue(field, field, sentence);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
