package org.enlace.upkeep;

import java.time.Clock;
import java.util.List;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.directory.Designations;
import org.enlace.directory.Function;
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
                .filter(this::isPoint)
                .toList();
    }

    private boolean isPoint(Authority authority) {
        return authority.kind() == Authority.Kind.CONTACT_24_7
                || designations.of(authority.id()).stream().anyMatch(this::isForThisDay);
    }

    private boolean isForThisDay(Designation designation) {
        return designation.function() == Function.CONTACT_24_7 && designation.isRecordedOn(Days.of(clock.instant()));
    }
}
