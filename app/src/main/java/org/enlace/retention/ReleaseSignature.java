package org.enlace.retention;

import java.time.Duration;
import java.time.Instant;
import org.enlace.Viewer;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKeys;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.Release;
import org.springframework.stereotype.Component;

/** Whether a release was signed by the officer who brings it, with the key that the log has for them, and just now. */
@Component
class ReleaseSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final OfficerKeys officers;
    private final AuthorityKeys authorities;

    ReleaseSignature(OfficerKeys officers, AuthorityKeys authorities) {
        this.officers = officers;
        this.authorities = authorities;
    }

    record Signed(Jws jws, Release release) {}

    /** @throws org.enlace.Refused with the reason */
    Signed require(String compact, Viewer viewer, Instant now) {
        var signed = read(compact);
        var account = viewer.requireAccount();
        if (!signed.release.account().equals(account)
                || officers.find(account).filter(key -> key.signed(signed.jws)).isEmpty()) {
            throw RetentionRefusal.NOT_SIGNED.refused();
        }
        // Who was not admitted to the authority's key could read none of it, and does not give it up for those who can.
        if (!authorities.isMember(signed.release.authority(), account)) {
            throw RetentionRefusal.NOT_ADMITTED.refused();
        }
        if (Duration.between(signed.release.time(), now).abs().compareTo(TOLERANCE) > 0) {
            throw RetentionRefusal.CLOCK_APART.refused();
        }
        return signed;
    }

    private static Signed read(String compact) {
        try {
            var jws = Jws.parse(compact);
            if (org.enlace.ledger.Signed.of(jws) instanceof Release release) {
                return new Signed(jws, release);
            }
        } catch (Malformed unreadable) {
            throw RetentionRefusal.NOT_SIGNED.refused();
        }
        throw RetentionRefusal.NOT_SIGNED.refused();
    }
}
