package org.enlace.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.directory.Authority;
import org.enlace.directory.EntryWords;
import org.jspecify.annotations.Nullable;

/**
 * The authorities on a day, as programs get them. Members are added, never renamed or taken away, within {@code /api/v1}.
 *
 * @param on the day asked about
 * @param at when it was asked
 * @param language in which {@code trust} speaks
 */
record AuthoritiesAnswer(int version, LocalDate on, Instant at, String language, List<Row> authorities) {

    static AuthoritiesAnswer of(Extract extract, Language language) {
        return new AuthoritiesAnswer(
                1,
                extract.on(),
                extract.at(),
                language.tag(),
                extract.entries().stream()
                        .map(entry -> Row.of(entry, extract, language))
                        .toList());
    }

    /** One line an authority; the columns that {@code authorities.csv} of the dataset has are called as there. */
    String csv() {
        return Table.of(
                List.of(
                        ("id,state,kind,name,name_language,name_en,name_es,name_fr,name_pt,parent,languages,zone,always_open,opens,closes,"
                                        + "website,public_email,public_phone,source,source_title,source_address,seen,note,on,freshness,"
                                        + "confirmed_on,confirmed_until,confirmed_how,trust,designated_for,planned,sample")
                                .split(",")),
                authorities.stream().map(row -> row.cells(on)).toList());
    }

    /**
     * @param zone of the IANA time zone database
     * @param languages in which it takes requests, BCP 47; empty when no source says
     * @param freshness how far the entry can be relied on: {@code fresh}, {@code reported} (said to have changed), {@code expired}, or nobody has confirmed it
     * @param confirmed null when nobody ever confirmed the entry here
     * @param trust how far the entry can be relied on, in words
     * @param planned whether nobody answers there yet
     * @param sample invented for the demonstration
     * @param page its page here
     */
    record Row(
            String id,
            String state,
            String kind,
            String name,
            String nameLanguage,
            Map<String, String> names,
            String parent,
            List<String> languages,
            String zone,
            @Nullable Hours hours,
            boolean alwaysOpen,
            String website,
            String email,
            String telephone,
            @Nullable Team csirt,
            @Nullable Origin source,
            String note,
            String freshness,
            @Nullable Confirmed confirmed,
            String trust,
            boolean planned,
            boolean sample,
            List<DesignationsAnswer.Row> designations,
            String page) {

        static Row of(Extract.Listed entry, Extract extract, Language language) {
            var authority = entry.authority();
            return new Row(
                    authority.id(),
                    authority.state().iso3(),
                    Choice.code(authority.kind()),
                    authority.originalName(),
                    authority.originalLanguage(),
                    authority.names().texts().entrySet().stream()
                            .collect(Collectors.toMap(name -> name.getKey().tag(), Map.Entry::getValue)),
                    authority.parent(),
                    authority.reach().languages(),
                    authority.zone().getId(),
                    Hours.of(authority),
                    authority.reach().alwaysOpen(),
                    authority.published().website(),
                    authority.published().email(),
                    authority.published().telephone(),
                    Team.of(authority),
                    Origin.of(
                            authority.provenance().source(),
                            Objects.toString(authority.provenance().seen(), null),
                            extract),
                    authority.provenance().note(),
                    Choice.code(authority.freshness().mark()),
                    Confirmed.of(authority),
                    EntryWords.trust(authority, entry.designations(), language),
                    authority.isPlanned(),
                    authority.isSample(),
                    entry.designations().stream()
                            .map(designation -> DesignationsAnswer.Row.of(designation, authority, extract))
                            .toList(),
                    "/authorities/" + authority.id() + "?on=" + extract.on());
        }

        private List<String> cells(LocalDate on) {
            return Stream.of(who(), reach(), origin(), standing(on))
                    .flatMap(List::stream)
                    .toList();
        }

        private List<String> who() {
            return List.of(
                    id,
                    state,
                    kind,
                    name,
                    nameLanguage,
                    names.getOrDefault("en", ""),
                    names.getOrDefault("es", ""),
                    names.getOrDefault("fr", ""),
                    names.getOrDefault("pt", ""),
                    parent);
        }

        private List<String> reach() {
            return List.of(
                    String.join(";", languages),
                    zone,
                    yes(alwaysOpen),
                    hours == null ? "" : hours.opens(),
                    hours == null ? "" : hours.closes(),
                    website,
                    email,
                    telephone);
        }

        private List<String> origin() {
            return source == null
                    ? List.of("", "", "", "", note)
                    : List.of(source.id(), source.title(), source.address(), Objects.toString(source.seen(), ""), note);
        }

        private List<String> standing(LocalDate on) {
            var word = confirmed;
            return List.of(
                    on.toString(),
                    freshness,
                    word == null ? "" : word.on().toString(),
                    word == null ? "" : word.until().toString(),
                    word == null ? "" : word.how(),
                    trust,
                    designations.stream()
                            .map(one -> one.instrument() + ':' + one.function())
                            .distinct()
                            .collect(Collectors.joining(";")),
                    yes(planned),
                    yes(sample));
        }

        private static String yes(boolean so) {
            return so ? "yes" : "no";
        }
    }

    /** Monday to Friday, in the authority's zone, {@code 08:00}. */
    record Hours(String opens, String closes) {
        static @Nullable Hours of(Authority authority) {
            var hours = authority.reach().hours();
            return hours == null
                    ? null
                    : new Hours(hours.opens().toString(), hours.closes().toString());
        }
    }

    /**
     * @param seen the date of the source, cut where knowledge ends; or null
     */
    record Origin(
            String id,
            String kind,
            String title,
            String address,
            @Nullable String seen) {
        static @Nullable Origin of(String id, @Nullable String seen, Extract extract) {
            return extract.source(id)
                    .map(source -> new Origin(id, source.kind(), source.title(), source.address(), seen))
                    .orElse(null);
        }
    }

    /** @param how {@code coordinator}, {@code authority}, {@code note-verbale} or {@code mailbox} */
    record Confirmed(LocalDate on, LocalDate until, String how) {
        static @Nullable Confirmed of(Authority authority) {
            var freshness = authority.freshness();
            var on = freshness.confirmedOn();
            var until = freshness.goodUntil();
            var how = freshness.confirmedHow();
            return on == null || until == null || how == null ? null : new Confirmed(on, until, how);
        }
    }

    /**
     * What public sources say of an incident response team.
     *
     * @param standing {@code active}, {@code planned}, {@code becoming-national} or {@code unclear}
     * @param pgpFingerprint 40 hexadecimal digits, or empty
     */
    record Team(
            String name,
            String reach,
            String standing,
            String constituency,
            String email,
            String telephone,
            String pgpFingerprint,
            String pgpKey,
            String rfc2350,
            List<String> sources,
            @Nullable String seen) {

        static @Nullable Team of(Authority authority) {
            var csirt = authority.csirt();
            return csirt == null
                    ? null
                    : new Team(
                            csirt.name(),
                            Choice.code(csirt.reach()),
                            Choice.code(csirt.standing()),
                            csirt.constituency(),
                            csirt.contact().email(),
                            csirt.contact().telephone(),
                            csirt.pgp().fingerprint(),
                            csirt.pgp().key(),
                            csirt.contact().rfc2350(),
                            csirt.sources(),
                            Objects.toString(csirt.seen(), null));
        }
    }
}
