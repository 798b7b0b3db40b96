package org.enlace;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks. Every finder that people reach takes a viewer, and what the viewer may not see is not found.
 *
 * @param account the account signed in, or null for the public
 * @param name how the person is called, in the form they gave
 * @param function the person's function in the authority ("Duty officer"), as the directory shows it to the other side
 * @param roles what the person is; empty for the public
 * @param state the state the person acts for, if any
 * @param authority the id of the authority the person acts for, if any
 * @param language the language of the interface right now
 * @param zone the zone in which times are shown beside the other side's
 */
public record Viewer(
        @Nullable UUID account,
        String name,
        String function,
        Set<Role> roles,
        @Nullable StateCode state,
        @Nullable String authority,
        Language language,
        ZoneId zone) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public static Viewer anyone(Language language) {
        return new Viewer(null, "", "", Set.of(), null, null, language, ZoneOffset.UTC);
    }

    public boolean isSignedIn() {
        return account != null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** An empty or unknown authority is nobody's: the public is never an officer of it. */
    public boolean isOfficerOf(@Nullable String authority) {
        return authority != null && is(Role.OFFICER) && authority.equals(this.authority);
    }

    /** The account, for acts that only somebody signed in can reach. */
    public UUID requireAccount() {
        if (account == null) {
            throw Refused.absent();
        }
        return account;
    }

    /** The authority, for acts that only an officer can reach. */
    public String requireAuthority() {
        if (authority == null || !is(Role.OFFICER)) {
            throw Refused.absent();
        }
        return authority;
    }

    public Viewer reading(Language language) {
        return new Viewer(account, name, function, roles, state, authority, language, zone);
    }
}
