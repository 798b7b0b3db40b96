package org.enlace.upkeep;

import java.time.Clock;
import java.util.List;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Designations;
import org.springframework.stereotype.Component;

/** The points that answer day and night and have a mailbox: by their kind, or by a designation that is recorded for today. */
@Component
class Points {

    private final Authorities authorities;
    private final Designations designations;
    private final Clock clock;

    Points(Authorities authorities, Designations designations, Clock clock) {
        this.authorities = authorities;
        this.designations = designations;
        this.clock = clock;
    }

    List<Authority> all() {
        return authorities.listed().stream()
                .filter(authority -> authority.reach().mailbox() != null)
                .filter(authority -> designations.isPointOn(authority, Days.of(clock.instant())))
                .toList();
    }
}
