package org.enlace.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to recover access to an account.
 *
 * @param call random, base64url; both sides see it as six words
 * @param confirmedAt when somebody who knows the person confirmed it, or null
 */
record Recovery(
        UUID id,
        UUID account,
        String call,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt) {

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /**
     * Who may say "I have heard their voice": a colleague of the authority, the state's coordinator, and for people without an authority the secretariat. Nobody for
     * themselves.
     */
    static boolean vouches(Viewer viewer, Account account) {
        if (account.id().equals(viewer.account())) {
            return false;
        }
        var colleague = viewer.isOfficerOf(account.authority());
        var coordinator = viewer.is(Role.COORDINATOR)
                && account.state() != null
                && account.state().equals(viewer.state());
        var secretariat = viewer.is(Role.SECRETARIAT) && account.authority() == null;
        return colleague || coordinator || secretariat;
    }
}
