package org.enlace.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.exchange.Holding;
import org.enlace.exchange.Holdings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What would go, when, and what would not and why: the same reckoning for the page, the file, the notices and the act itself. Nothing is changed by looking. */
@Component
class Outlook {

    private final Holdings holdings;
    private final Choices choices;
    private final Holds holds;
    private final Announcements announcements;
    private final Proposals proposals;

    Outlook(Holdings holdings, Choices choices, Holds holds, Announcements announcements, Proposals proposals) {
        this.holdings = holdings;
        this.choices = choices;
        this.holds = holds;
        this.announcements = announcements;
        this.proposals = proposals;
    }

    /** Of everything that an authority keeps, the longest quiet first. */
    List<Prospect> of(String authority, Instant now) {
        return reckon(holdings.of(authority, now), announcements.of(authority), authority, now);
    }

    /** Of some requests, as they are at this moment, in this order; what the authority does not keep is not in it. */
    List<Prospect> of(List<UUID> requests, String authority, Instant now) {
        var kept = holdings.of(requests, authority, now).stream()
                .sorted(Comparator.comparingInt(holding -> requests.indexOf(holding.request())))
                .toList();
        return reckon(kept, announcements.of(authority, requests), authority, now);
    }

    /** The same, and until the end of the transaction nothing happens to them. */
    List<Prospect> hold(List<UUID> requests, String authority, Instant now) {
        holdings.lock(requests);
        return of(requests, authority, now);
    }

    private List<Prospect> reckon(
            List<Holding> kept,
            Map<Announcements.Subject, Map<Integer, Instant>> announced,
            String authority,
            Instant now) {
        var facts = new Facts(
                choices.of(authority),
                holds.of(authority).stream().collect(Collectors.groupingBy(Hold::request)),
                holds.lifted(authority),
                announced,
                proposals.waitingFor(authority));
        return kept.stream().map(holding -> facts.prospect(holding, now)).toList();
    }

    /** What one authority decided, and what was done about it. */
    private record Facts(
            Map<String, Choice> choices,
            Map<UUID, List<Hold>> holds,
            Map<UUID, Instant> lifted,
            Map<Announcements.Subject, Map<Integer, Instant>> announced,
            Map<UUID, UUID> proposed) {

        Prospect prospect(Holding holding, Instant now) {
            var id = holding.request();
            var period = period(holding.kind());
            var due = due(holding, period);
            return new Prospect(
                    holding,
                    period,
                    due,
                    due == null ? Map.of() : announced.getOrDefault(new Announcements.Subject(id, due), Map.of()),
                    holds.getOrDefault(id, List.of()),
                    proposed.get(id),
                    now);
        }

        private @Nullable Period period(String kind) {
            var choice = choices.containsKey(kind) ? choices.get(kind) : choices.get(Choice.ALL_KINDS);
            return choice == null ? null : choice.period();
        }

        private @Nullable Instant due(Holding holding, @Nullable Period period) {
            return period == null
                    ? null
                    : Stream.of(
                                    period.after(holding.last(), holding.zone()),
                                    lifted.getOrDefault(holding.request(), Instant.EPOCH))
                            .max(Instant::compareTo)
                            .orElseThrow();
        }
    }
}
