package org.enlace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.enlace.demo.Cast;
import org.enlace.ledger.Coded;
import org.jspecify.annotations.Nullable;

/**
 * An officer of Paraguay and one of Costa Rica who send, open, take in charge and report preserved, request after request, until the server is gone; and what they
 * remember of it.
 */
final class Writer {

    private static final byte[] FORM = bytes("""
            {"v":1,"kind":"form","form":"preservation/1","language":"es","values":{},"attachments":[]}""");
    private static final byte[] MESSAGE = bytes("""
            {"v":1,"kind":"message","act":"answer","language":"es","values":{},"attachments":[]}""");

    private final Cast requesting;
    private final Cast requested;
    private final List<SoftwareBrowser.Answered> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> checkpoints = new ArrayList<>();
    private @Nullable Unanswered unanswered;

    Writer(Cast requesting, Cast requested) {
        this.requesting = requesting;
        this.requested = requested;
    }

    /** Every act that the server acknowledged, in order. */
    List<SoftwareBrowser.Answered> acknowledged() {
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
            var here = SoftwareBrowser.signIn(demo.localhost(), requesting);
            var there = SoftwareBrowser.signIn(demo.loopback(), requested);
            while (true) {
                preserve(here, there);
            }
        } catch (SoftwareBrowser.Unexpected refused) {
            // While the server is being killed, its database may go a moment before it does.
            Thread.sleep(500);
            if (demo.process().isAlive()) throw new AssertionError("refused", refused);
            return null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** Posts once more the act whose answer was lost, as a browser does. Tells whether there was one. */
    boolean findLostAnswer(RunningDemo demo) throws IOException, InterruptedException {
        var lost = unanswered;
        if (lost == null) return false;
        var address = lost.member() == requesting ? demo.localhost() : demo.loopback();
        post(lost.member(), SoftwareBrowser.signIn(address, lost.member()), lost.act());
        return true;
    }

    /** The requesting officer's browser at a server that runs again. */
    SoftwareBrowser signIn(RunningDemo demo) throws IOException, InterruptedException {
        return SoftwareBrowser.signIn(demo.localhost(), requesting);
    }

    private void preserve(SoftwareBrowser here, SoftwareBrowser there) throws IOException, InterruptedException {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var sent = post(requesting, here, here.prepareRequest(Cast.Office.COSTA_RICA, FORM));
        var request = sent.request();
        var opened = post(requested, there, there.prepareAct(request, Coded.Plain.OPEN, sent.digest()));
        var charge = new Coded.TakeInCharge(requested.function(), today.plusDays(2));
        var taken = post(requested, there, there.prepareAct(request, charge, opened.digest(), MESSAGE));
        var preserve = new Coded.Preserve(now, today.plusDays(62), true);
        post(requested, there, there.prepareAct(request, preserve, taken.digest(), MESSAGE));
        checkpoints.add(here.text("/log/checkpoint"));
    }

    private SoftwareBrowser.Answered post(Cast member, SoftwareBrowser browser, SoftwareBrowser.Ready act)
            throws IOException, InterruptedException {
        unanswered = new Unanswered(member, act);
        var answered = browser.post(act);
        acknowledged.add(answered);
        unanswered = null;
        return answered;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Unanswered(Cast member, SoftwareBrowser.Ready act) {}
}
