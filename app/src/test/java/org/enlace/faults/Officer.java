package org.enlace.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An officer who does not give up: what gets no answer, or an answer of 500 and above, is tried again, the same bytes, as a browser does. A refusal of a living server
 * is a failure of the test. Remembers everything in the history.
 */
final class Officer {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern REFUSED = Pattern.compile(": 4\\d\\d |not let .* in: 4\\d\\d");

    private final Installation installation;
    private final Cast member;
    private @Nullable OfficerSession session;

    Officer(Installation installation, Cast member) {
        this.installation = installation;
        this.member = member;
    }

    Cast member() {
        return member;
    }

    /** Signed in, and the keys opened. A session outlives the server's process. */
    OfficerSession session() {
        if (session == null) session = insist(() -> installation.as(member));
        return session;
    }

    /** Posts what was signed until there is an answer. */
    JsonNode post(OfficerSession.Signed act) {
        installation.history().posted(member, act);
        var answer = insist(() -> session().post(act).require(200).json());
        installation.history().answered(member, act, answer);
        return answer;
    }

    /** Until it succeeds; each time anew. */
    <T> T insist(Supplier<T> action) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return action.get();
            } catch (UncheckedIOException | IllegalStateException | tools.jackson.core.JacksonException failed) {
                if (REFUSED.matcher(String.valueOf(failed.getMessage())).find() || System.nanoTime() > until) {
                    throw new AssertionError(member.key() + ": " + failed.getMessage(), failed);
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(150);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
