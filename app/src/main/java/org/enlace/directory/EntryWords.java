package org.enlace.directory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.states.FactDate;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/** What is said of an entry wherever it shows. */
public final class EntryWords {

    private EntryWords() {}

    /** How far an entry can be trusted: what the state itself said of it, or else how old its sources are. */
    public static String trust(Authority authority, List<Designation> designations, Language language) {
        var words = words(language);
        var word = word(authority.freshness(), words);
        if (authority.isSample()) {
            return word.map(said -> words.say("trust.sample") + ' ' + said).orElseGet(() -> words.say("trust.sample"));
        }
        return word.orElseGet(() -> age(authority, designations, words));
    }

    /** What the state itself said of the entry, if anything. */
    private static Optional<String> word(Freshness freshness, Words words) {
        var report = freshness.report();
        if (report != null) {
            var day = words.date(Everywhere.day(report.at()));
            return Optional.of(
                    report.isOfAuthority()
                            ? words.say("trust.REPORTED.authority", day)
                            : words.say("trust.REPORTED", report.meeting(), day));
        }
        var word = freshness.confirmation();
        return word == null
                ? Optional.empty()
                : Optional.of(words.say(
                        "trust." + freshness.mark().name(),
                        words.date(Everywhere.day(word.at())),
                        words.say("confirmed." + word.way().name()),
                        words.date(word.expires())));
    }

    private static String age(Authority authority, List<Designation> designations, Words words) {
        var years = Stream.concat(
                        Stream.ofNullable(authority.provenance().seen()),
                        designations.stream().map(Designation::seen).filter(Objects::nonNull))
                .map(FactDate::year)
                .sorted()
                .distinct()
                .toList();
        return switch (years.size()) {
            case 0 -> words.say("trust.undated");
            case 1 -> words.say("trust.year", Integer.toString(years.getFirst()));
            default -> words.say("trust.years", Integer.toString(years.getFirst()), Integer.toString(years.getLast()));
        };
    }

    /** The hour at an authority and the city of its time zone: "19:40 Costa Rica". */
    public static String localTime(Authority authority, Instant now, Language language) {
        var words = words(language);
        return words.hour(now, authority.zone()) + ' ' + words.city(authority.zone());
    }

    /** {@code always}, {@code open} or {@code closed}; null when the hours are not recorded. */
    public static @Nullable String openness(Authority authority, Instant now) {
        if (authority.reach().alwaysOpen()) {
            return "always";
        }
        var hours = authority.reach().hours();
        return hours == null ? null : hours.isOpen(now, authority.zone()) ? "open" : "closed";
    }

    /** What an authority is designated for. */
    public static String function(Function function, Language language) {
        return words(language).say("function." + function.name());
    }

    /** How far the entry can be relied on, in one or two words. */
    public static String mark(Authority authority, Language language) {
        return words(language).say("fresh." + authority.freshness().mark().name());
    }

    /** What kind of institution it is. */
    public static String kind(Authority authority, Language language) {
        return kind(authority.kind(), language);
    }

    /** The name of a kind of institution. */
    public static String kind(Authority.Kind kind, Language language) {
        return words(language).say("kind." + kind.name());
    }

    private static Words words(Language language) {
        return Words.of(EntryWords.class, language);
    }
}
