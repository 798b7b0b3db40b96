package org.enlace.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.keys.PublishedKeys;
import org.enlace.keys.PublishedKeys.Stated;
import org.enlace.ledger.Jws;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** Everything that was signed about a request, as far as the viewer may see it. */
@Component
class Attested {

    private final Acts acts;
    private final Receipts receipts;
    private final Reminded reminded;
    private final PublishedKeys keys;

    Attested(Acts acts, Receipts receipts, Reminded reminded, PublishedKeys keys) {
        this.acts = acts;
        this.receipts = receipts;
        this.reminded = reminded;
        this.keys = keys;
    }

    Things of(Request request, Viewer viewer) {
        return new Things(
                acts.of(request).stream()
                        .map(kept -> new Stated(kept.jws(), kept.entry()))
                        .toList(),
                receipts.of(request).stream()
                        .map(issued -> new Stated(Jws.parse(issued.jws()), issued.entry()))
                        .toList(),
                reminders(request, viewer),
                keys.behind(request.parties().map(Request.Party::authority).collect(Collectors.toSet())));
    }

    /** Whoever handed the request on does not learn whether the next one is late. */
    private List<Stated> reminders(Request request, Viewer viewer) {
        var facts = request.facts();
        var own = request.isHeldBy(viewer) ? facts : facts.subList(0, facts.size() - 1);
        var seen = own.stream().map(fact -> fact.act().act()).collect(Collectors.toSet());
        return reminded.of(request.id()).stream()
                .filter(said -> seen.contains(said.reminder().act()))
                .map(said -> new Stated(said.jws(), said.entry()))
                .toList();
    }

    /** What was signed, by the folders of an evidence package. */
    record Things(List<Stated> acts, List<Stated> receipts, List<Stated> reminders, List<Stated> keys) {
        Set<UUID> entries() {
            return Stream.of(acts, receipts, reminders, keys)
                    .flatMap(List::stream)
                    .map(Stated::entry)
                    .collect(Collectors.toSet());
        }
    }
}
