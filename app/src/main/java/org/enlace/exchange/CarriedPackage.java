package org.enlace.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.custody.Custody;
import org.enlace.documents.SealedFiles;
import org.enlace.keys.PublishedKeys;
import org.enlace.ledger.CarriedWriter;
import org.enlace.ledger.Logged;
import org.enlace.procedure.ProcedureRefusal;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** A request as a carried file, for the other side that is off-line ({@code carried.md}): what was signed, the sealed content, and the copies of its key. */
@Component
public class CarriedPackage {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Enclosed enclosed;
    private final PublishedKeys keys;
    private final Custody custody;
    private final SealedFiles files;
    private final Clock clock;

    CarriedPackage(Enclosed enclosed, PublishedKeys keys, Custody custody, SealedFiles files, Clock clock) {
        this.enclosed = enclosed;
        this.keys = keys;
        this.custody = custody;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Collects what is to go in.
     *
     * @throws org.enlace.Refused absent, for whoever has no part in the request; before it is opened here, for the requested side, because nothing is read before that
     *     is signed; when the log is late
     */
    public Collected collect(UUID id, Viewer viewer) {
        var inside = enclosed.of(id, viewer);
        var authorities =
                inside.request().parties().map(Request.Party::authority).collect(Collectors.toSet());
        var stated = keys.behind(authorities);
        var entries = stated.stream().map(PublishedKeys.Stated::entry).toList();
        if (!custody.awaitIndexes(entries, PATIENCE).keySet().containsAll(entries)) {
            throw ExchangeRefusal.LOG_LATE.refused();
        }
        var log = custody.published();
        var proven = log.proven(entries);
        var logged = new ArrayList<Logged>();
        for (var each : stated) {
            var place = proven.get(each.entry());
            if (place != null) {
                logged.add(new Logged(each.jws(), place.entry(), place.proof()));
            }
        }
        var cover = new CarriedWriter.Cover(
                id,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                viewer.language().tag(),
                log.note(),
                custody.logKey());
        return new Collected(cover, inside, logged);
    }

    public void write(Collected collected, Viewer viewer, OutputStream out) throws IOException {
        try (var carried = new CarriedWriter(out, collected.cover())) {
            for (var act : collected.inside().acts()) {
                carried.act(act.jws());
            }
            for (var copy : collected.inside().copies()) {
                carried.copy(
                        copy.authority(), copy.generation(), Base64.getDecoder().decode(copy.sealed()));
            }
            for (var key : collected.keys()) {
                carried.key(key);
            }
            for (var fact : collected.inside().request().facts()) {
                for (var content : fact.act().content()) {
                    // What this side may not read yet, a result before its conditions are accepted, is listed and not
                    // enclosed.
                    var file = files.find(content.document(), viewer);
                    if (file.isEmpty()) {
                        carried.contentLeftOut(content);
                    } else {
                        try (var sealed = files.read(file.get())) {
                            carried.content(content, sealed);
                        }
                    }
                }
            }
        }
    }

    /** What goes into one file. */
    public record Collected(CarriedWriter.Cover cover, Inside inside, List<Logged> keys) {}

    record Inside(Request request, List<Kept> acts, List<RequestKeys.Copy> copies) {}

    /** The request with its acts and the copies of its key. */
    @Component
    static class Enclosed {

        private final Requests requests;
        private final Acts acts;
        private final RequestKeys keys;

        Enclosed(Requests requests, Acts acts, RequestKeys keys) {
            this.requests = requests;
            this.acts = acts;
            this.keys = keys;
        }

        Inside of(UUID id, Viewer viewer) {
            var request = requests.require(id, viewer);
            if (!request.isHeldBy(viewer) || !request.isReadableBy(viewer)) {
                throw ProcedureRefusal.NOT_OPENED.refused();
            }
            keys.handOut(request, viewer);
            var copies = request.parties()
                    .map(Request.Party::authority)
                    .distinct()
                    .flatMap(authority -> keys.find(id, authority).stream())
                    .toList();
            return new Inside(request, acts.of(request), copies);
        }
    }
}
