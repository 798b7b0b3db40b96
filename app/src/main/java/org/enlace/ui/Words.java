package org.enlace.ui;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one room in one language, and the way dates and numbers are written there. A sentence that the room does not have is looked up among
 * the words of {@code ui}. A test holds every key in four languages, so a missing one is a programming error; it shows its key and breaks nothing.
 */
public final class Words {

    private static final String SHARED = "ui";
    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();

    private final String room;
    private final Language language;

    private Words(String room, Language language) {
        this.room = room;
        this.language = language;
    }

    /** The words of a room by its package's last name. */
    public static Words of(String room, Language language) {
        return new Words(room, language);
    }

    /** The words of the room that a class belongs to. */
    public static Words of(Class<?> inRoom, Language language) {
        var name = inRoom.getPackageName();
        return of(name.substring(name.lastIndexOf('.') + 1), language);
    }

    public Language language() {
        return language;
    }

    /** One sentence. Arguments are numbered places of an ICU message: {@code {0}}, {@code {0, plural, one {…} other {…}}}. */
    public String say(String key, @Nullable Object... arguments) {
        var pattern = find(key).orElse(key);
        return arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** "Label: said", with the space that French puts before the colon. */
    public String labelled(String label, String said) {
        return say("labelled", label, said);
    }

    /** The sentence, if the room or the shared words have it. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(bundle(room).get(key))
                .or(() -> Optional.ofNullable(bundle(SHARED).get(key)));
    }

    /** What a refusal says: the words of the refusal's own room. */
    public String say(Refused refused) {
        var home = of(((Object) refused.refusal()).getClass(), language);
        return home.say(
                "refusal." + refused.refusal().name(), refused.arguments().toArray());
    }

    /** A day: "14 Mar 2026" as this language writes it. */
    public String date(LocalDate day) {
        return format("yMMMd", ZoneOffset.UTC, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** A month known without its day: "March 2026". */
    public String month(int year, int month) {
        return format(
                "yMMMM",
                ZoneOffset.UTC,
                LocalDate.of(year, month, 15).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** A moment in one zone, with the day: "14 Mar 2026, 22:40". The zone or city is said beside it by whoever shows it. */
    public String moment(Instant at, ZoneId zone) {
        return format("yMMMdHHmm", zone, at);
    }

    /** The same with the city of the zone: "14 Mar 2026, 22:40 Asunción". A time without a place is no time for people in eight zones. */
    public String momentIn(Instant at, ZoneId zone) {
        return moment(at, zone) + ' ' + city(zone);
    }

    /** The same, and what the reader's own clock shows then: "14 Mar 2026, 22:40 Asunción · 21:40 San José (your time)". Every time that two states read is said so. */
    public String momentIn(Instant at, ZoneId there, ZoneId yours) {
        var own = yours(at, there, yours);
        return own == null ? momentIn(at, there) : momentIn(at, there) + " · " + own;
    }

    /** The end of a day where a duty lies, and what the reader's clock shows then. A day lasts until its last minute; nothing is due at midnight. */
    public String endIn(LocalDate day, ZoneId there, ZoneId yours) {
        return momentIn(lastMinute(day, there), there, yours);
    }

    /** The last minute of a day somewhere. */
    public static Instant lastMinute(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(60);
    }

    /** What the reader's own clock shows at a moment elsewhere: "21:40 San José (your time)", with the day where it is another; null where both clocks agree. */
    public @Nullable String yours(Instant at, ZoneId there, ZoneId yours) {
        if (yours.getRules().getOffset(at).equals(there.getRules().getOffset(at))) {
            return null;
        }
        var sameDay = at.atZone(there).toLocalDate().equals(at.atZone(yours).toLocalDate());
        return say("moment.yours", sameDay ? hour(at, yours) : moment(at, yours), city(yours));
    }

    /** The hour in one zone: "22:40". */
    public String hour(Instant at, ZoneId zone) {
        return format("HHmm", zone, at);
    }

    /** The city that a zone is named for, as this language writes it: "Asunción". */
    public String city(ZoneId zone) {
        var id = zone.getId();
        if (id.equals("Z")) {
            return "UTC";
        }
        var name = TimeZoneNames.getInstance(language.locale()).getExemplarLocationName(TimeZone.getCanonicalID(id));
        return name == null ? plain(id) : name;
    }

    /** The cities whose names do not follow from the names of their zones, as this language writes them, by zone. */
    public Map<String, String> cities() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .filter(id -> !plain(id).equals(city(ZoneId.of(id))))
                .collect(Collectors.toMap(id -> id, id -> city(ZoneId.of(id)), (one, same) -> one, TreeMap::new));
    }

    private static String plain(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    private String format(String skeleton, ZoneId zone, Instant at) {
        var format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId().equals("Z") ? "UTC" : zone.getId()));
        return format.format(Date.from(at));
    }

    private Map<String, String> bundle(String ofRoom) {
        return BUNDLES.computeIfAbsent(ofRoom + '/' + language.tag(), ignored -> load(ofRoom));
    }

    private Map<String, String> load(String ofRoom) {
        var suffix = language == Language.EN ? "" : '_' + language.tag();
        var name = "/org/enlace/" + ofRoom + "/messages" + suffix + ".properties";
        try (var stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                return Map.of();
            }
            var bundle = new PropertyResourceBundle(stream);
            var words = new ConcurrentHashMap<String, String>();
            bundle.keySet().forEach(key -> words.put(key, Typesetting.of(language, bundle.getString(key))));
            return words;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("the words of " + ofRoom + " cannot be read", e);
        }
    }
}
