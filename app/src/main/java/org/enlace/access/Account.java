package org.enlace.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A person who may enter, in a function. Acts and statements name the account for ever; when the person goes, {@code leftAt} says since when.
 *
 * @param function as the directory shows it to the other side: "Duty officer"
 * @param email in lower case; where notices go and one of the two things a sign-in by code starts from
 * @param state the state the person acts for; present for officers and coordinators
 * @param authority the id of the authority; present for officers and nobody else
 * @param zone the zone in which times are shown beside the other side's
 * @param system whether it is the authority's own case system, a program with a key of its own, and no person
 */
public record Account(
        UUID id,
        String name,
        String function,
        String email,
        Set<Role> roles,
        @Nullable StateCode state,
        @Nullable String authority,
        Language language,
        ZoneId zone,
        Instant madeAt,
        @Nullable Instant leftAt,
        boolean system) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isOfficerOf(String authority) {
        return leftAt == null && authority.equals(this.authority);
    }

    public Viewer viewer() {
        return new Viewer(id, name, function, roles, state, authority, language, zone);
    }
}
