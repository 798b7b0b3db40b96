package org.enlace.mandates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Designations;
import org.enlace.directory.Keepers;
import org.springframework.stereotype.Component;

/** The mandates that a viewer may see. There is no other way to one for whatever is shown to people. */
@Component
class Mandates {

    private final MandateRows rows;
    private final Authorities authorities;
    private final Designations designations;
    private final Clock clock;

    Mandates(MandateRows rows, Authorities authorities, Designations designations, Clock clock) {
        this.rows = rows;
        this.authorities = authorities;
        this.designations = designations;
        this.clock = clock;
    }

    /** By state and network, those that began last first. */
    List<Mandate> all(Viewer viewer) {
        var mandates = rows.all();
        var networks = networks(viewer, mandates);
        return mandates.stream()
                .filter(mandate -> isSeenBy(mandate, viewer, networks))
                .toList();
    }

    List<Mandate> of(StateCode state, Viewer viewer) {
        return all(viewer).stream()
                .filter(mandate -> mandate.state().equals(state))
                .toList();
    }

    /** @throws Refused absent, when there is none or the viewer may not see it */
    Mandate require(UUID id, Viewer viewer) {
        return all(viewer).stream()
                .filter(mandate -> mandate.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::absent);
    }

    private static boolean isSeenBy(Mandate mandate, Viewer viewer, Set<Network> networks) {
        if (Keepers.mayPropose(viewer, mandate.state())) {
            return true;
        }
        return switch (mandate.visibility()) {
            case PUBLIC -> true;
            case MEMBERS -> viewer.is(Role.OFFICER) || viewer.is(Role.COORDINATOR);
            case NETWORK -> networks.contains(mandate.network());
            case SECRETARIAT -> false;
        };
    }

    /** The networks of the authority that the viewer acts for: by its kind, by what it is designated for today, or because somebody in one speaks for it today. */
    private Set<Network> networks(Viewer viewer, List<Mandate> mandates) {
        var networks = EnumSet.noneOf(Network.class);
        var authority = viewer.is(Role.OFFICER) ? viewer.authority() : null;
        if (authority == null) {
            return networks;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var kind = authorities.find(authority, viewer).map(one -> one.kind());
        var named = designations.of(authority).stream()
                .filter(designation -> designation.isRecordedOn(today))
                .toList();
        for (var network : Network.values()) {
            if (kind.filter(network::takesIn).isPresent()
                    || named.stream().anyMatch(designation -> network.takesIn(designation.function()))) {
                networks.add(network);
            }
        }
        mandates.stream()
                .filter(mandate -> authority.equals(mandate.authority()) && mandate.status(today) == Status.ACTIVE)
                .forEach(mandate -> networks.add(mandate.network()));
        return networks;
    }
}
