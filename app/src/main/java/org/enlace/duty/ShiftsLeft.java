package org.enlace.duty;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.LeftBehind;
import org.enlace.directory.Authorities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a leaver leaves behind in this room: shifts of the weeks ahead, which nobody would stand. */
@Configuration
class ShiftsLeft {

    private static final Duration AHEAD = Duration.ofDays(35);

    @Bean
    LeftBehind shiftsAhead(Shifts shifts, Authorities authorities, Clock clock) {
        return new LeftBehind("duty", "left.shifts", "/duty", person -> ahead(person, shifts, authorities, clock));
    }

    private static int ahead(Account person, Shifts shifts, Authorities authorities, Clock clock) {
        var now = clock.instant();
        return Optional.ofNullable(person.authority())
                .flatMap(authority -> authorities.find(authority, Viewer.anyone(Language.EN)))
                .map(authority -> (int) shifts.rota(authority).meeting(now, now.plus(AHEAD)).stream()
                        .filter(watch -> person.id().equals(watch.shift().who().account()))
                        .count())
                .orElse(0);
    }
}
