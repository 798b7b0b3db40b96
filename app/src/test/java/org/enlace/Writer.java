package org.enlace;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.TakeInCharge;
import org.jspecify.annotations.Nullable;

/**
 * An officer of Paraguay and one of Costa Rica who send, open, take in charge and report preserved, request after request, until the server is gone; and what they
 * remember of it.
 */
final class Writer {

    private static final String FORM = """
            {"v":1,"kind":"form","form":"preservation/1","language":"es","values":{},"attachments":[]}""";
    private static final String MESSAGE = """
            {"v":1,"kind":"message","act":"answer","language":"es","values":{},"attachments":[]}""";

    private final Cast requesting;
    private final Cast requested;
    private final List<Answered> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> checkpoints = new ArrayList<>();
    private @Nullable Unanswered unanswered;

    Writer(Cast requesting, Cast requested) {
        this.requesting = requesting;
        this.requested = requested;
    }

    /** Every act that the server acknowledged, in order. */
    List<Answered> acknowledged() {
        return acknowledged;
    }

    /** The checkpoints that were published while this writer worked. */
    List<String> checkpoints() {
        return checkpoints;
    }

    /** Works until the server is gone; a refusal of a living server is a failure of the test. */
    @Nullable
    Void workUntilGone(RunningDemo demo) throws InterruptedException {
        try {
            var here = OfficerSession.signIn(demo.localhost(), requesting);
            var there = OfficerSession.signIn(demo.loopback(), requested);
            while (true) {
                preserve(here, there);
            }
        } catch (IllegalStateException refused) {
            // While the server is being killed, its database may go a moment before it does.
            Thread.sleep(500);
            if (demo.process().isAlive()) throw new AssertionError("refused", refused);
            return null;
        } catch (UncheckedIOException gone) {
            return null;
        }
    }

    /** Posts once more the act whose answer was lost, as a browser does. Tells whether there was one. */
    boolean findLostAnswer(RunningDemo demo) {
        var lost = unanswered;
        if (lost == null) return false;
        var address = lost.member() == requesting ? demo.localhost() : demo.loopback();
        post(lost.member(), OfficerSession.signIn(address, lost.member()), lost.act());
        return true;
    }

    /** What the server says today of everything it acknowledged. */
    List<Answered> lookAgain(RunningDemo demo) {
        if (acknowledged.isEmpty()) return List.of();
        var officer = OfficerSession.signIn(demo.localhost(), requesting);
        return acknowledged.stream()
                .map(before -> Answered.of(officer.get("/requests/" + before.request() + "/acts/" + before.act())))
                .toList();
    }

    private void preserve(OfficerSession here, OfficerSession there) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var send = here.sign(Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.URGENT, null, FORM);
        post(requesting, here, send);
        var request = send.request();
        post(requested, there, there.sign(request, OfficerSession.OPEN, null));
        var charge = new TakeInCharge(requested.function(), today.plusDays(2));
        post(requested, there, there.sign(request, charge, MESSAGE));
        var preserve = new Preserve(now, today.plusDays(62), true);
        post(requested, there, there.sign(request, preserve, MESSAGE));
        checkpoints.add(here.get("/log/checkpoint").require(200).text());
    }

    private void post(Cast member, OfficerSession officer, OfficerSession.Signed act) {
        unanswered = new Unanswered(member, act);
        acknowledged.add(Answered.of(officer.post(act)));
        unanswered = null;
    }

    private record Unanswered(Cast member, OfficerSession.Signed act) {}

    /** What the server answers to an act; index and receipt are null while the log is late. */
    record Answered(
            UUID request,
            UUID act,
            Hash digest,
            @Nullable Long index,
            @Nullable String receipt) {

        private static Answered of(OfficerSession.Reply reply) {
            var json = reply.require(200).json();
            var index = json.get("index");
            var receipt = json.get("receipt");
            return new Answered(
                    UUID.fromString(json.get("request").asString()),
                    UUID.fromString(json.get("act").asString()),
                    Hash.ofHex(json.get("digest").asString()),
                    index.isNull() ? null : (Long) index.asLong(),
                    receipt.isNull() ? null : receipt.asString());
        }
    }
}
