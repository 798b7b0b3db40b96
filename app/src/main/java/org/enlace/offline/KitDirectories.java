package org.enlace.offline;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.custody.Custody;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.PublishedKeys;
import org.enlace.ledger.Hash;
import org.enlace.resolver.Channels;
import org.enlace.resolver.Measure;
import org.enlace.states.States;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** The directory as one officer takes it along: everybody who can be sealed to, and under what each may be asked by the officer's state. */
@Component
class KitDirectories {

    /** The log follows a statement within a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Reachable reachable;
    private final Routes routes;
    private final PublishedKeys keys;
    private final Custody custody;

    KitDirectories(Reachable reachable, Routes routes, PublishedKeys keys, Custody custody) {
        this.reachable = reachable;
        this.routes = routes;
        this.keys = keys;
        this.custody = custody;
    }

    KitDirectory of(Viewer viewer) {
        var offices = reachable.from(viewer.requireAuthority());
        var own = offices.stream()
                .filter(office -> office.id().equals(viewer.requireAuthority()))
                .map(Authority::state)
                .findFirst();
        var routed = own.map(state -> routes.from(state, offices)).orElse(List.of());
        var stated = keys.behind(offices.stream().map(Authority::id).toList());
        var entries = stated.stream().map(PublishedKeys.Stated::entry).toList();
        custody.awaitIndexes(entries, PATIENCE);
        var log = custody.published();
        var proven = log.proven(entries);
        var statements = new ArrayList<KitDirectory.Stated>();
        for (var each : stated) {
            var place = proven.get(each.entry());
            if (place != null) {
                statements.add(new KitDirectory.Stated(
                        each.jws().compact(),
                        place.index(),
                        Base64.getEncoder().encodeToString(place.entry()),
                        place.proof().hashes().stream().map(Hash::base64).toList()));
            }
        }
        return new KitDirectory(
                1,
                custody.logKey().line(),
                log.note(),
                statements,
                offices.stream().map(KitDirectories::office).toList(),
                routed,
                routes.states(offices),
                routes.instruments(routed));
    }

    private static KitDirectory.Office office(Authority authority) {
        return new KitDirectory.Office(
                authority.id(),
                authority.state().iso3(),
                inFour(authority::name),
                authority.zone().getId(),
                authority.reach().languages(),
                authority.published().telephone(),
                authority.published().email());
    }

    private static Map<String, String> inFour(Function<Language, String> name) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(Language::tag, name));
    }

    /** Authorities that something can be sealed to. */
    @Component
    static class Reachable {

        private final Authorities authorities;
        private final AuthorityKeys keys;
        private final Clock clock;

        Reachable(Authorities authorities, AuthorityKeys keys, Clock clock) {
            this.authorities = authorities;
            this.keys = keys;
            this.clock = clock;
        }

        /** @param own the officer's, which signs even while nothing can be sealed to it */
        List<Authority> from(String own) {
            var today = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
            return authorities.listed(today).stream()
                    .filter(authority -> authority.id().equals(own) || keys.canReceive(authority.id()))
                    .toList();
        }
    }

    /** Whom officers of a state may ask for what, by the resolver. */
    @Component
    static class Routes {

        private final Forms forms;
        private final Channels channels;
        private final States states;
        private final Instruments instruments;
        private final Clock clock;

        Routes(Forms forms, Channels channels, States states, Instruments instruments, Clock clock) {
            this.forms = forms;
            this.channels = channels;
            this.states = states;
            this.instruments = instruments;
            this.clock = clock;
        }

        List<KitDirectory.Route> from(StateCode own, List<Authority> offices) {
            var ids = offices.stream().map(Authority::id).collect(Collectors.toSet());
            var others = offices.stream()
                    .map(Authority::state)
                    .filter(state -> !state.equals(own))
                    .distinct()
                    .toList();
            var routes = new LinkedHashSet<KitDirectory.Route>();
            for (var form : forms.profiles()) {
                var measure = Measure.of(String.valueOf(form.measure()));
                others.forEach(other -> measure.ifPresent(asked -> routes.addAll(between(own, other, asked, form))));
            }
            routes.removeIf(route -> !ids.contains(route.authority()));
            return List.copyOf(routes);
        }

        Map<String, Map<String, String>> states(List<Authority> offices) {
            var names = new LinkedHashMap<String, Map<String, String>>();
            for (var office : offices) {
                names.computeIfAbsent(
                        office.state().iso3(),
                        iso -> inFour(language -> states.require(office.state()).name(language)));
            }
            return names;
        }

        Map<String, Map<String, String>> instruments(List<KitDirectory.Route> routes) {
            var names = new LinkedHashMap<String, Map<String, String>>();
            routes.stream()
                    .map(KitDirectory.Route::instrument)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(id ->
                            instruments.find(id).ifPresent(instrument -> names.put(id, inFour(instrument::shortName))));
            return names;
        }

        private List<KitDirectory.Route> between(StateCode own, StateCode other, Measure measure, Form form) {
            var today = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
            var advice = channels.resolve(own, other, measure, today);
            var routes = new ArrayList<KitDirectory.Route>();
            for (var channel : advice.serving()) {
                var instrument = channel.instrument().id();
                if (form.serves(instrument)) {
                    channel.addressees()
                            .designated()
                            .forEach(each -> routes.add(new KitDirectory.Route(
                                    measure.code(), instrument, each.authority().id())));
                }
            }
            if (form.serves(null)) {
                advice.counterparts()
                        .forEach(each -> routes.add(new KitDirectory.Route(measure.code(), null, each.id())));
            }
            return routes;
        }
    }
}
