package org.enlace.interchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.directory.Designations;
import org.enlace.states.Source;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Takes extracts of the directory. Open to all, like the pages they are taken from. */
@Component
class Extracts {

    private final Authorities authorities;
    private final Designations designations;
    private final States states;
    private final Sources sources;
    private final Clock clock;

    Extracts(Authorities authorities, Designations designations, States states, Sources sources, Clock clock) {
        this.authorities = authorities;
        this.designations = designations;
        this.states = states;
        this.sources = sources;
        this.clock = clock;
    }

    /** As of now; the day is that of UTC, because a printed page is read in any zone. */
    Extract today(Choice choice) {
        return of(choice, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    Extract of(Choice choice, LocalDate on) {
        return extract(authority -> choice.takes(authority.state(), authority.kind()), on);
    }

    /** @throws Refused absent, when no such authority is listed on that day */
    Extract ofOne(String id, LocalDate on) {
        var extract = extract(authority -> authority.id().equals(id), on);
        if (extract.entries().isEmpty()) {
            throw Refused.absent();
        }
        return extract;
    }

    private Extract extract(Predicate<Authority> wanted, LocalDate on) {
        var named = designations.all().stream()
                .filter(designation -> designation.isRecordedOn(on))
                .sorted(Comparator.comparing(Designation::instrument)
                        .thenComparing(Designation::function)
                        .thenComparing(Designation::source))
                .collect(Collectors.groupingBy(Designation::authority));
        var entries = authorities.listed(on).stream()
                .filter(wanted)
                .map(authority -> new Extract.Listed(
                        authority, states.require(authority.state()), named.getOrDefault(authority.id(), List.of())))
                .toList();
        return new Extract(
                on,
                clock.instant(),
                entries,
                sources.all().stream().collect(Collectors.toMap(Source::id, Function.identity())));
    }
}
