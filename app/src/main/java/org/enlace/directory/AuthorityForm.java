package org.enlace.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.State;
import org.springframework.validation.Errors;

/**
 * An authority as somebody types it.
 *
 * @param name as the state itself spells it
 * @param nameLanguage BCP 47 tag of that spelling
 * @param en its name in English, with {@code es}, {@code fr}, {@code pt} as far as there is one
 * @param languages BCP 47 tags with commas or spaces between them
 * @param alwaysOpen {@code true}, or nothing when the box is not ticked
 */
record AuthorityForm(
        @NotBlank(message = "entry.kind.missing") String kind,

        @NotBlank(message = "entry.name.missing") @Size(max = 200, message = "field.long")
        String name,

        String nameLanguage,
        @Size(max = 200, message = "field.long") String en,
        @Size(max = 200, message = "field.long") String es,
        @Size(max = 200, message = "field.long") String fr,
        @Size(max = 200, message = "field.long") String pt,
        @Size(max = 200, message = "field.long") String parent,
        @Size(max = 100, message = "field.long") String languages,
        String zone,
        String alwaysOpen,
        String opens,
        String closes,

        @Pattern(regexp = ADDRESS, message = "entry.mailbox.wrong") @Size(max = 200, message = "field.long")
        String mailbox,

        @Pattern(regexp = ADDRESS, message = "entry.mailbox.wrong") @Size(max = 200, message = "field.long")
        String deputy,

        @Pattern(regexp = ADDRESS, message = "entry.mailbox.wrong") @Size(max = 200, message = "field.long")
        String email,

        @Pattern(
                regexp = "(\\+?[0-9][0-9 ()./-]{4,40}(( ext\\.? ?| x)[0-9]{1,6})?)?",
                message = "entry.telephone.wrong")
        String telephone,

        @Pattern(regexp = "(https?://[^\\s<>\"]{3,290})?", message = "entry.website.wrong")
        String website) {

    private static final String TICKED = "true";
    private static final String ADDRESS = "([^@\\s<>\",;]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,})?";

    AuthorityForm {
        kind = Typed.text(kind);
        name = Typed.text(name);
        nameLanguage = Typed.text(nameLanguage);
        en = Typed.text(en);
        es = Typed.text(es);
        fr = Typed.text(fr);
        pt = Typed.text(pt);
        parent = Typed.text(parent);
        languages = Typed.text(languages);
        zone = Typed.text(zone);
        alwaysOpen = Typed.text(alwaysOpen);
        opens = Typed.text(opens);
        closes = Typed.text(closes);
        mailbox = Typed.text(mailbox);
        deputy = Typed.text(deputy);
        email = Typed.text(email);
        telephone = Typed.text(telephone);
        website = Typed.text(website);
    }

    /** For an authority that is not there yet. */
    static AuthorityForm empty(State state) {
        return new AuthorityForm(
                "",
                "",
                state.ownLanguages().getFirst(),
                "",
                "",
                "",
                "",
                "",
                String.join(", ", state.ownLanguages()),
                state.zone().getId(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** To correct what is there. The original, where it is in one of the four languages, is not typed twice. */
    static AuthorityForm of(Authority authority) {
        var reach = authority.reach();
        var hours = reach.hours();
        var mailbox = reach.mailbox();
        var deputy = reach.deputy();
        return new AuthorityForm(
                authority.kind().name(),
                authority.originalName(),
                authority.originalLanguage(),
                translation(authority, Language.EN),
                translation(authority, Language.ES),
                translation(authority, Language.FR),
                translation(authority, Language.PT),
                authority.parent(),
                String.join(", ", reach.languages()),
                reach.zone().getId(),
                reach.alwaysOpen() ? TICKED : "",
                hours == null ? "" : hours.opens().toString(),
                hours == null ? "" : hours.closes().toString(),
                mailbox == null ? "" : mailbox,
                deputy == null ? "" : deputy,
                authority.published().email(),
                authority.published().telephone(),
                authority.published().website());
    }

    void check(Errors problems) {
        if (Arrays.stream(Authority.Kind.values()).noneMatch(one -> one.name().equals(kind))) {
            problems.rejectValue("kind", "kind", "entry.kind.missing");
        }
        if (!Typed.isLanguage(nameLanguage)) {
            problems.rejectValue("nameLanguage", "nameLanguage", "entry.languages.wrong");
        }
        if (!Typed.areLanguages(languages)) {
            problems.rejectValue("languages", "languages", "entry.languages.wrong");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.rejectValue("zone", "zone", "entry.zone.missing");
        }
        if (!hoursAreRight()) {
            problems.rejectValue("opens", "opens", "entry.hours.wrong");
        }
    }

    /** Once {@link #check} found nothing. */
    Authority read(String id, StateCode state) {
        return new Authority(
                id,
                state,
                Authority.Kind.valueOf(kind),
                name,
                Typed.languages(nameLanguage).getFirst(),
                names(),
                parent,
                new Authority.Reach(
                        ZoneId.of(zone),
                        Typed.languages(languages),
                        opens.isEmpty() ? null : new OfficeHours(LocalTime.parse(opens), LocalTime.parse(closes)),
                        isAlwaysOpen(),
                        mailbox.isEmpty() ? null : mailbox,
                        deputy.isEmpty() ? null : deputy),
                new Authority.Published(website, email, telephone),
                Authority.Provenance.of("", null, "", false),
                Freshness.NONE);
    }

    /** Where there is no name in any of the four languages, the original stands for the English one, as in the dataset. */
    private Multilingual names() {
        var names = new EnumMap<Language, String>(Language.class);
        names.putAll(Multilingual.of(en.isEmpty() ? name : en, es, fr, pt).texts());
        Language.of(nameLanguage).ifPresent(language -> names.put(language, name));
        return new Multilingual(names);
    }

    private boolean isAlwaysOpen() {
        return alwaysOpen.equals(TICKED);
    }

    private boolean hoursAreRight() {
        if (opens.isEmpty() && closes.isEmpty()) {
            return true;
        }
        try {
            return LocalTime.parse(opens).isBefore(LocalTime.parse(closes));
        } catch (DateTimeException notAnHour) {
            return false;
        }
    }

    private static String translation(Authority authority, Language language) {
        var text = authority.names().texts().getOrDefault(language, "");
        return text.equals(authority.originalName()) ? "" : text;
    }
}
