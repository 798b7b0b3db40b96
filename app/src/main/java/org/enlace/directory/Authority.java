package org.enlace.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.FactDate;
import org.enlace.states.State;
import org.jspecify.annotations.Nullable;

/**
 * An institution of a state. What public sources say is unconfirmed until the state confirms it here.
 *
 * @param id short and stable, begins with the state: {@code cri-oatri}
 * @param originalName as the source spells it
 * @param originalLanguage BCP 47 tag of that spelling
 * @param names in the platform's languages, as far as known
 * @param parent the institution it belongs to; may be empty
 * @param freshness how far the entry can be relied on, on the day it was asked for
 * @param csirt what is known of it as an incident response team, or null
 */
public record Authority(
        String id,
        StateCode state,
        Kind kind,
        String originalName,
        String originalLanguage,
        Multilingual names,
        String parent,
        Reach reach,
        Published published,
        Provenance provenance,
        Freshness freshness,
        @Nullable Csirt csirt) {

    Authority(
            String id,
            StateCode state,
            Kind kind,
            String originalName,
            String originalLanguage,
            Multilingual names,
            String parent,
            Reach reach,
            Published published,
            Provenance provenance,
            Freshness freshness) {
        this(
                id,
                state,
                kind,
                originalName,
                originalLanguage,
                names,
                parent,
                reach,
                published,
                provenance,
                freshness,
                null);
    }

    public String name(Language language) {
        return names.in(language).text();
    }

    public ZoneId zone() {
        return reach.zone();
    }

    /** In which it is written to: the first of ours that it works in, else its state's. */
    public Language language(State own) {
        return reach.languages().stream()
                .flatMap(tag -> Language.of(tag).stream())
                .findFirst()
                .orElseGet(() -> own.platformLanguages().getFirst());
    }

    /** The role's mail address, for those who keep the entry and for the authority itself; nobody else is shown it. */
    public Optional<String> mailbox(Viewer viewer) {
        return Optional.ofNullable(reach.mailbox()).filter(address -> Keepers.seesMailbox(viewer, this));
    }

    public boolean isSample() {
        return provenance.sample();
    }

    public boolean isListed() {
        return provenance.listed();
    }

    /** Whether the entry was taken out, and is here only because something still names it. */
    boolean isTakenOut() {
        return !provenance.listed();
    }

    /** Whether it is known as a team to come: nobody answers there yet. */
    public boolean isPlanned() {
        return csirt != null && csirt.isPlanned();
    }

    Authority with(Freshness fresh, @Nullable Csirt team) {
        return new Authority(
                id,
                state,
                kind,
                originalName,
                originalLanguage,
                names,
                parent,
                reach,
                published,
                provenance,
                fresh,
                team);
    }

    /** What kind of institution it is; the words are {@code kind.<NAME>}. */
    public enum Kind {
        CENTRAL_AUTHORITY,
        CONTACT_24_7,
        POLICE_UNIT,
        PROSECUTION_UNIT,
        CSIRT,
        FIU,
        /** Also councils and agencies that fit no other kind. */
        MINISTRY
    }

    /**
     * How and when it can be reached here.
     *
     * @param languages BCP 47 tags of the languages in which it takes requests; empty when no source says, which is not the same as the official language
     * @param alwaysOpen whether it answers day and night
     * @param mailbox the role's mail address for notices, given by the state; never taken from public sources
     * @param deputy the mail address that is asked when the mailbox does not answer, given by the state
     */
    public record Reach(
            ZoneId zone,
            List<String> languages,
            @Nullable OfficeHours hours,
            boolean alwaysOpen,
            @Nullable String mailbox,
            @Nullable String deputy) {

        /** Without a deputy, as every source but the state itself has it. */
        public Reach(
                ZoneId zone,
                List<String> languages,
                @Nullable OfficeHours hours,
                boolean alwaysOpen,
                @Nullable String mailbox) {
            this(zone, languages, hours, alwaysOpen, mailbox, null);
        }
    }

    /** Contact data that the institution itself published. Any may be empty. */
    public record Published(String website, String email, String telephone) {}

    /**
     * Where it is known from.
     *
     * @param source the id of a {@link org.enlace.states.Source}, or empty for samples
     * @param seen the date of that source, or null when it bears none
     * @param note what the source says, in English; may be empty
     * @param listed false once it was taken out
     * @param entered when two persons entered it as it is, or null when it is as the dataset has it
     */
    public record Provenance(
            String source,
            @Nullable FactDate seen,
            String note,
            boolean sample,
            boolean listed,
            @Nullable Instant entered) {

        /** As the dataset or the demo has it. */
        static Provenance of(String source, @Nullable FactDate seen, String note, boolean sample) {
            return new Provenance(source, seen, note, sample, true, null);
        }
    }
}
