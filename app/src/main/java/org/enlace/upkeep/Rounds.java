package org.enlace.upkeep;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.notices.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes round all authorities that have a mailbox and asks those whose turn it is. Whose turn it is follows from what is stored, so a restart forgets nothing, and
 * several processes may go round at once. Where there is no mail server nobody is asked.
 */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** A drill that can come comes within about so long: long enough that nobody waits for it. */
    private static final Duration SPREAD = Duration.ofDays(7);

    private final Authorities authorities;
    private final Points points;
    private final Questions questions;
    private final Asker asker;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Rounds(Authorities authorities, Points points, Questions questions, Asker asker, Clock clock) {
        this.authorities = authorities;
        this.points = points;
        this.questions = questions;
        this.asker = asker;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${enlace.upkeep.round:10m}", fixedDelayString = "${enlace.upkeep.round:10m}")
    void go() {
        if (asker.server().isSetUp()) {
            var asked = questions.all(Question.Purpose.ENTRY);
            askAboutEntries(asked);
            drill(asked);
        }
    }

    private void askAboutEntries(Map<String, History> asked) {
        var today = Days.of(clock.instant());
        for (var authority : authorities.listed()) {
            var history = asked.getOrDefault(authority.id(), new History(List.of(), clock.instant()));
            if (authority.reach().mailbox() != null
                    && history.isDue(asker.settings(), authority.freshness().goodUntil(), today)) {
                guarded(
                        authority,
                        () -> asker.asking()
                                .aboutEntry(
                                        authority, history, history.rung(authority.reach()), asker.settings(), null));
            }
        }
    }

    /** Only mailboxes that have answered once: before, a drill would measure whether the address is right. */
    private void drill(Map<String, History> asked) {
        if (asker.settings().drill().isZero()) {
            return;
        }
        var drilled = questions.all(Question.Purpose.DRILL);
        for (var point : points.all()) {
            var history = drilled.getOrDefault(point.id(), new History(List.of(), clock.instant()));
            if (hasAnswered(asked.get(point.id())) && isDrillPossible(history) && isToday()) {
                guarded(point, () -> asker.asking().drill(point, history, asker.settings(), null));
            }
        }
    }

    private boolean isDrillPossible(History history) {
        return history.last()
                .map(last -> Duration.between(last.askedAt(), clock.instant()))
                .map(age -> age.compareTo(asker.settings().drill()) >= 0)
                .orElse(true);
    }

    /** Whoever knows when the last drill was must not know when the next one is. */
    private boolean isToday() {
        return random.nextDouble() * SPREAD.toMillis()
                < asker.settings().round().toMillis();
    }

    private static boolean hasAnswered(@org.jspecify.annotations.Nullable History history) {
        return history != null && history.questions().stream().anyMatch(question -> question.answer() != null);
    }

    /** One authority that cannot be asked stops nobody else. */
    private static void guarded(Authority authority, Runnable asking) {
        try {
            asking.run();
        } catch (DataAccessException problem) {
            LOG.warn("{} could not be asked", authority.id(), problem);
        }
    }

    /** With what is asked. */
    @Component
    record Asker(Asking asking, MailServer server, UpkeepSettings settings) {}
}
