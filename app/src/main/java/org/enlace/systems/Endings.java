package org.enlace.systems;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.ProgramToken;
import org.enlace.access.ProgramTokens;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says in time that a token ends: 60, 30, 7 days and one day before, to the officers and coordinators who can make the next one and to those who run the system. A system
 * that already enters with a later one is left in peace.
 */
@Component
class Endings {

    private static final List<Integer> DAYS_BEFORE = List.of(1, 7, 30, 60);

    private final ProgramTokens tokens;
    private final Accounts accounts;
    private final Notices notices;
    private final Clock clock;

    Endings(ProgramTokens tokens, Accounts accounts, Notices notices, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    @Transactional
    public void warn() {
        var first = clock.instant().plus(Duration.ofDays(DAYS_BEFORE.getLast()));
        for (var token : tokens.endingBefore(first)) {
            step(token, clock.instant())
                    .ifPresent(days -> accounts.find(token.account())
                            .filter(system -> !isReplaced(token, system))
                            .ifPresent(system -> tell(token, system, days)));
        }
    }

    /** How many whole days are left, once it is time to say so; a token of 30 days is not announced on the day that it is made. */
    static OptionalInt daysLeft(ProgramToken token, Instant now) {
        return token.holds(now) && step(token, now).isPresent()
                ? OptionalInt.of((int) Duration.between(now, token.expiresAt()).toDays())
                : OptionalInt.empty();
    }

    private static OptionalInt step(ProgramToken token, Instant now) {
        return DAYS_BEFORE.stream()
                .mapToInt(Integer::intValue)
                .filter(days -> {
                    var from = token.expiresAt().minus(Duration.ofDays(days));
                    return from.isAfter(token.madeAt()) && !now.isBefore(from);
                })
                .findFirst();
    }

    private boolean isReplaced(ProgramToken token, Account system) {
        return tokens.of(system.id()).stream()
                .anyMatch(other -> other.holds(clock.instant())
                        && other.usedAt() != null
                        && other.expiresAt().isAfter(token.expiresAt())
                        && (other.acts() || !token.acts()));
    }

    private void tell(ProgramToken token, Account system, int days) {
        var state = system.state();
        Stream.of(
                        Stream.of(system),
                        accounts.officersOf(String.valueOf(system.authority())).stream(),
                        state == null ? Stream.<Account>of() : accounts.coordinatorsOf(state).stream())
                .flatMap(people -> people)
                .distinct()
                .forEach(person -> notices.queue(new Notice(
                        "token-ends/" + token.id() + '/' + days + '/' + person.id(),
                        "account:" + person.id(),
                        person.email(),
                        person.language(),
                        Notice.Kind.TOKEN_ENDING,
                        "",
                        days == DAYS_BEFORE.getFirst(),
                        token.expiresAt(),
                        person.zone(),
                        "/systems")));
    }
}
