package org.enlace.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.custody.Custody;
import org.enlace.custody.PublishedLog;
import org.enlace.documents.SealedFile;
import org.enlace.documents.SealedFiles;
import org.enlace.keys.PublishedKeys.Stated;
import org.enlace.ledger.Act;
import org.enlace.ledger.EvidenceWriter;
import org.enlace.ledger.Jws;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** Everything that proves what happened to a request, in one file that anybody can check without us ({@code exchange.md}, "Evidence package"). */
@Component
class EvidencePackage {

    /** The log follows an act within a second; whoever asks right after it waits for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Attested attested;
    private final Custody custody;
    private final SealedFiles files;
    private final Clock clock;

    EvidencePackage(Attested attested, Custody custody, SealedFiles files, Clock clock) {
        this.attested = attested;
        this.custody = custody;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Collects what is to go in.
     *
     * @throws org.enlace.Refused when the log is late for something of it
     */
    Collected collect(Request request, Viewer viewer) {
        var things = attested.of(request, viewer);
        var entries = things.entries();
        if (!custody.awaitIndexes(entries, PATIENCE).keySet().containsAll(entries)) {
            throw ExchangeRefusal.LOG_LATE.refused();
        }
        var log = custody.published();
        var cover = new EvidenceWriter.Cover(
                request.id(),
                request.reference(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                viewer.language().tag(),
                log.note(),
                custody.logKey());
        return new Collected(request, cover, things, log.proven(entries));
    }

    /**
     * Writes the package.
     *
     * @param enclose whether the sealed files go in too; they stay sealed
     */
    void write(Collected collected, boolean enclose, Viewer viewer, OutputStream out) throws IOException {
        try (var evidence = new EvidenceWriter(out, collected.cover())) {
            for (var each : collected.placed(collected.things().acts())) {
                evidence.act(each.jws(), each.proven().entry(), each.proven().proof());
            }
            for (var each : collected.placed(collected.things().receipts())) {
                evidence.receipt(
                        each.jws(), each.proven().entry(), each.proven().proof());
            }
            for (var each : collected.placed(collected.things().reminders())) {
                evidence.reminder(
                        each.jws(), each.proven().entry(), each.proven().proof());
            }
            for (var each : collected.placed(collected.things().keys())) {
                evidence.key(each.jws(), each.proven().entry(), each.proven().proof());
            }
            for (var each : contents(collected.request()).toList()) {
                // What this side cannot read, before it opened the request or after a recall, is listed and not
                // enclosed.
                var file = enclose ? files.find(each.document(), viewer) : Optional.<SealedFile>empty();
                if (file.isEmpty()) {
                    evidence.contentLeftOut(each.document(), each.sha256(), each.size());
                } else {
                    try (var sealed = files.read(file.get())) {
                        evidence.content(each.document(), each.sha256(), each.size(), sealed);
                    }
                }
            }
        }
    }

    private static Stream<Act.Content> contents(Request request) {
        return request.facts().stream().flatMap(fact -> fact.act().content().stream());
    }

    /** What goes into one package, all of it proved under one checkpoint. */
    record Collected(
            Request request,
            EvidenceWriter.Cover cover,
            Attested.Things things,
            Map<UUID, PublishedLog.Proven> proven) {

        /** These things with their places, in the order of the log. */
        List<Placed> placed(List<Stated> wanted) {
            return wanted.stream()
                    .flatMap(each -> Optional.ofNullable(proven.get(each.entry())).stream()
                            .map(place -> new Placed(each.jws(), place)))
                    .sorted(Comparator.comparingLong(each -> each.proven().index()))
                    .toList();
        }
    }

    /** A signed thing with its place in the log. */
    record Placed(Jws jws, PublishedLog.Proven proven) {}
}
