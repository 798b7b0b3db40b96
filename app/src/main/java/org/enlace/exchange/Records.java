package org.enlace.exchange;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.custody.Custody;
import org.enlace.custody.PublishedLog;
import org.enlace.ledger.Hash;
import org.enlace.procedure.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record of a request: everything that was signed, with its place in the log, so that a browser can check it without believing the host. */
@Component
class Records {

    private final Acts acts;
    private final Receipts receipts;
    private final Custody custody;

    Records(Acts acts, Receipts receipts, Custody custody) {
        this.acts = acts;
        this.receipts = receipts;
        this.custody = custody;
    }

    /**
     * @param from the size of the log from which consistency is proved
     * @throws Refused absent, when the log was never that large
     */
    Checkable of(Request request, long from) {
        var kept = acts.of(request);
        var issued = receipts.of(request);
        var log = custody.published();
        if (from < 0 || from > log.checkpoint().size()) {
            throw Refused.absent();
        }
        var proven = log.proven(
                Stream.concat(kept.stream().map(Kept::entry), issued.stream().map(Receipts.Issued::entry))
                        .toList());
        return new Checkable(
                request.id(),
                request.reference(),
                Checkable.Party.of(request.requesting()),
                Checkable.Party.of(request.requested()),
                kept.stream()
                        .map(each ->
                                Checkable.Logged.of(each.act(), each.jws().compact(), each.at(), each.entry(), proven))
                        .toList(),
                issued.stream()
                        .map(each -> Checkable.Logged.of(each.act(), each.jws(), null, each.entry(), proven))
                        .toList(),
                log.note(),
                new Checkable.Consistency(
                        from,
                        log.since(from).hashes().stream().map(Hash::base64).toList()));
    }

    /** @param checkpoint the signed note that all the proofs belong to */
    record Checkable(
            UUID request,
            String reference,
            Party requesting,
            Party requested,
            List<Logged> acts,
            List<Logged> receipts,
            String checkpoint,
            Consistency consistency) {

        record Consistency(long from, List<String> proof) {}

        record Party(String authority, String state) {
            static Party of(Request.Party party) {
                return new Party(party.authority(), party.state().iso3());
            }
        }

        /** An act or the receipt of one; index, entry and proof are null while the log is late. Binary values are base64. */
        record Logged(
                UUID act,
                String jws,
                @Nullable Instant at,
                @Nullable Long index,
                @Nullable String entry,
                @Nullable List<String> proof) {

            static Logged of(
                    UUID act, String jws, @Nullable Instant at, UUID entry, Map<UUID, PublishedLog.Proven> proven) {
                var place = proven.get(entry);
                return place == null
                        ? new Logged(act, jws, at, null, null, null)
                        : new Logged(
                                act,
                                jws,
                                at,
                                place.index(),
                                Base64.getEncoder().encodeToString(place.entry()),
                                place.proof().hashes().stream()
                                        .map(Hash::base64)
                                        .toList());
            }
        }
    }
}
