package org.enlace.duty;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.states.States;
import org.enlace.ui.Option;
import org.springframework.stereotype.Component;

/** Gathers what the pages of calls show: the counterpart, and the numbers on which it is called back. */
@Component
class CallReading {

    private final Authorities authorities;
    private final Accounts accounts;
    private final States states;
    private final OnCall onCall;
    private final Clock clock;

    CallReading(Authorities authorities, Accounts accounts, States states, OnCall onCall, Clock clock) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.states = states;
        this.onCall = onCall;
        this.clock = clock;
    }

    CallsPage page(List<Call> calls, String other, CallsPage.Wrong wrong, Viewer viewer) {
        var options = counterparts(viewer).stream()
                .map(authority -> Option.of(authority.id(), name(authority, viewer)))
                .toList();
        var lines = calls.stream()
                .map(call -> new CallsPage.Line(call, authorities.require(call.other(viewer), viewer)))
                .toList();
        var own = authorities.require(viewer.requireAuthority(), viewer);
        return new CallsPage(own, options, other, lines, wrong);
    }

    CallPage page(Call call, Viewer viewer) {
        var other = authorities.require(call.other(viewer), viewer);
        var own = authorities.require(viewer.requireAuthority(), viewer);
        var state = states.require(other.state()).name(viewer.language());
        return new CallPage(call, own, other, state, numbers(other, viewer), clock.instant());
    }

    boolean isCounterpart(String id, Viewer viewer) {
        return counterparts(viewer).stream()
                .anyMatch(authority -> authority.id().equals(id));
    }

    /** Authorities with officers who could type a code: all but the viewer's own. */
    private List<Authority> counterparts(Viewer viewer) {
        var staffed = accounts.staffed();
        return authorities.listed().stream()
                .filter(authority -> staffed.contains(authority.id()))
                .filter(authority -> !authority.id().equals(viewer.authority()))
                .toList();
    }

    /** The published number, and the lines of those on duty now; never one that a caller gave. */
    private List<String> numbers(Authority authority, Viewer viewer) {
        var lines =
                onCall.of(authority, clock.instant(), viewer).people().stream().map(DutyNow.Person::telephone);
        return Stream.concat(lines, Stream.of(authority.published().telephone()))
                .filter(Objects::nonNull)
                .filter(number -> !number.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    private String name(Authority authority, Viewer viewer) {
        return states.require(authority.state()).name(viewer.language()) + " · " + authority.originalName();
    }
}
