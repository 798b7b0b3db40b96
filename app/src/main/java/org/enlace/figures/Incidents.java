package org.enlace.figures;

import java.util.List;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.exchange.Lapses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a coordinator is to see to: data that may be lost because nobody of the state decided in time. */
@Component
class Incidents {

    private final Lapses lapses;
    private final Authorities authorities;

    Incidents(Lapses lapses, Authorities authorities) {
        this.lapses = lapses;
        this.authorities = authorities;
    }

    /** Null for officers: what their own authority has to decide is on their desk, and what another's has is not theirs to see. */
    @Nullable
    List<Incident> of(Viewer viewer) {
        return viewer.is(Role.COORDINATOR)
                ? lapses.of(viewer).stream()
                        .map(lapse -> incident(lapse, viewer))
                        .toList()
                : null;
    }

    private Incident incident(Lapses.Lapse lapse, Viewer viewer) {
        var name = authorities
                .find(lapse.authority(), viewer)
                .map(authority -> authority.name(viewer.language()))
                .orElse(lapse.authority());
        return new Incident(
                lapse.reference(),
                lapse.authority(),
                name,
                lapse.until().minusSeconds(60),
                lapse.zone(),
                lapse.extensionAsked());
    }
}
