package org.enlace.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to come. Known by the account it will become, so that the officer's statement can name it before it exists.
 *
 * @param invitedBy the account that invites, or null for the operator
 * @param begunAt when the person pressed "begin", or null
 */
public record Invitation(
        UUID account,
        String email,
        String function,
        Set<Role> roles,
        @Nullable StateCode state,
        @Nullable String authority,
        Language language,
        @Nullable UUID invitedBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant begunAt) {

    public Invitation {
        roles = Set.copyOf(roles);
    }
}
