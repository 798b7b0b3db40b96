package org.enlace.states;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;

/**
 * A state.
 *
 * @param names the short name in the four languages
 * @param officialName the long form, in English
 * @param ownLanguages BCP 47 tags of the languages of the state itself, the first being the one its institutions are named in
 * @param platformLanguages those of the four platform languages that are the state's own, or the one used in practice
 * @param region {@code caribbean}, {@code central-america}, {@code north-america} or {@code south-america}
 * @param zone the zone of the capital
 * @param callingCodes with their plus sign
 * @param memberships every stretch of time we know, oldest first
 * @param sources ids of {@link Source}
 */
public record State(
        StateCode code,
        String iso2,
        Multilingual names,
        String officialName,
        List<String> ownLanguages,
        List<Language> platformLanguages,
        String region,
        String legalTradition,
        String legalNote,
        ZoneId zone,
        List<String> callingCodes,
        List<Membership> memberships,
        List<String> sources) {

    public String name(Language language) {
        return names.in(language).text();
    }

    /** How it stood on that day; empty when it was no member. */
    public Optional<Membership> membership(LocalDate on) {
        return memberships.stream()
                .filter(membership -> membership.span().covers(on))
                .findFirst();
    }

    public boolean isActiveMember(LocalDate on) {
        return membership(on)
                .filter(membership -> membership.standing().isActive())
                .isPresent();
    }
}
