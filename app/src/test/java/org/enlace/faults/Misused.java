package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;

/** Clients that press fifty times, send the same envelope again or to somebody else, and vanish before they are answered. */
final class Misused {

    private static final int TIMES = 50;
    private static final String DECLARATIONS = "/treaties/uncac/declarations";

    private final Installation installation;
    private final Pair pair;

    Misused(Installation installation) {
        this.installation = installation;
        this.pair = new Pair(installation, false);
    }

    /** F8: the same act fifty times at once. One act, fifty equal answers. */
    void pressedFiftyTimes() throws Exception {
        var send = pair.signed();
        installation.history().posted(pair.asuncion().member(), send);
        fifty(pair.asuncion(), send);
        var open = pair.sanJose().session().sign(send.request(), OfficerSession.OPEN, null);
        installation.history().posted(pair.sanJose().member(), open);
        fifty(pair.sanJose(), open);
        assertThat(pair.asuncion().session().acts(send.request())).hasSize(2);
        System.out.printf("  F8: a request and its opening, each posted %d times at once: one act each%n", TIMES);
    }

    /** F8: the same form of a page fifty times at once. One proposal, and everybody is led to it. */
    void formPressedFiftyTimes() throws Exception {
        var programme = installation.as(Cast.SECRETARIAT);
        var source = "C.N." + UUID.randomUUID();
        var form =
                Map.of("kind", "DECLARATION", "state", "BRB", "en", "Declares.", "way", "DEPOSITARY", "source", source);
        Callable<String> press =
                () -> programme.press(DECLARATIONS, form).require(303).location();
        var led = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pressed : threads.invokeAll(Collections.nCopies(TIMES, press))) led.add(pressed.get());
        }
        assertThat(led).as("where it led").hasSize(1);
        assertThat(programme.page(led.iterator().next()).require(200).text()).contains(source);
        System.out.printf("  F8: one form of a page pressed %d times at once: one proposal%n", TIMES);
    }

    private void fifty(Officer officer, OfficerSession.Signed act) throws Exception {
        var session = officer.session();
        Callable<OfficerSession.Reply> press = () -> session.post(act).require(200);
        var answers = new HashSet<List<String>>();
        var receipts = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pressed : threads.invokeAll(Collections.nCopies(TIMES, press))) {
                var json = pressed.get().json();
                answers.add(List.of(
                        json.get("act").asString(),
                        json.get("reference").asString(),
                        json.get("digest").asString(),
                        json.get("at").asString()));
                if (!json.get("receipt").isNull())
                    receipts.add(json.get("receipt").asString());
                installation.history().answered(officer.member(), act, json);
            }
        }
        assertThat(answers).as("answers that differ").hasSize(1);
        assertThat(receipts).as("receipts that differ").hasSizeLessThanOrEqualTo(1);
    }

    /** F9: an envelope again, to another place, by another officer, altered, with its chunks in another order or cut short: each refused with a signature. */
    void replayed() {
        var asuncion = pair.asuncion().session();
        var sent = pair.signed();
        var first = pair.asuncion().post(sent);
        assertThat(pair.asuncion().post(sent).get("receipt"))
                .as("the first receipt")
                .isEqualTo(first.get("receipt"));

        var other = pair.send();
        var elsewhere = new OfficerSession.Signed(other, sent.act(), sent.jws(), List.of(), null);
        refused("OTHER_REQUEST", elsewhere, asuncion);
        assertThat(asuncion.acts(other)).as("it stayed what it was").hasSize(1);
        refused("NOT_YOUR_ACT", sent, pair.sanJose().session());

        var unsent = pair.signed();
        refused(
                "OTHER_REQUEST",
                new OfficerSession.Signed(other, unsent.act(), unsent.jws(), List.of(), null),
                asuncion);
        var deputy = new Officer(installation, Cast.PARAGUAY_DEPUTY);
        refused("NOT_YOUR_ACT", unsent, deputy.session());
        refused("NOT_YOUR_ACT", unsent, pair.sanJose().session());
        refused("BAD_SIGNATURE", altered(unsent), asuncion);
        refused(
                "WRONG_KEYS",
                new OfficerSession.Signed(
                        unsent.request(),
                        unsent.act(),
                        unsent.jws(),
                        unsent.copies().subList(0, 1),
                        unsent.key()),
                asuncion);
        refused("WRONG_KEYS", forAnother(unsent), asuncion);
        chunks(asuncion);
        System.out.println(
                "  F9: sent again, to another request, by another officer, altered, without a key, with a key for another authority, chunks swapped, last chunk cut: refused with a signature each, nothing recorded but that");
    }

    /** The copy that was sealed to the requested authority, handed in as another one's. */
    private static OfficerSession.Signed forAnother(OfficerSession.Signed act) {
        var copies = act.copies().stream()
                .map(copy -> copy.authority().equals(Cast.Office.COSTA_RICA.id())
                        ? new OfficerSession.Copy(Cast.Office.BRAZIL.id(), copy.generation(), copy.sealed())
                        : copy)
                .toList();
        return new OfficerSession.Signed(act.request(), act.act(), act.jws(), copies, act.key());
    }

    private void chunks(OfficerSession session) {
        var file = new byte[2 << 20];
        Arrays.fill(file, 1 << 20, 2 << 20, (byte) 7);
        var line = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, file, 0, line.length);
        System.arraycopy(line, 0, file, 1 << 20, line.length);
        var id = session.newId();
        session.post("/uploads", Map.of("id", id, "request", session.newId(), "size", file.length))
                .require(201);
        var last = Arrays.copyOfRange(file, 1 << 20, 2 << 20);
        session.put("/uploads/" + id + "/chunks/0", last).require(204);
        var cut = Arrays.copyOf(file, (1 << 20) - 1);
        refused("CHUNK_DOES_NOT_FIT", Hash.sha256(cut), session.put("/uploads/" + id + "/chunks/1", cut));
        var completion = Map.of("sha256", Hash.sha256(file).hex());
        assertThat(session.post("/uploads/" + id + "/completion", completion).code())
                .isEqualTo("NOT_ALL_HERE");
        session.put("/uploads/" + id + "/chunks/1", Arrays.copyOf(file, 1 << 20))
                .require(204);
        var swapped = Arrays.copyOf(last, 2 << 20);
        System.arraycopy(file, 0, swapped, 1 << 20, 1 << 20);
        refused("HASH_DIFFERS", Hash.sha256(swapped), session.post("/uploads/" + id + "/completion", completion));
        session.post("/uploads/" + id + "/removal", Map.of()).require(204);
    }

    /** F17: the answer is lost on its way, again and again. Posting once more gives the first receipt. */
    void answersLost(int times) throws IOException {
        for (int time = 0; time < times; time++) {
            var send = pair.signed();
            installation.history().posted(pair.asuncion().member(), send);
            installation.line().loseAnswers(true);
            try {
                assertThatThrownBy(() -> pair.asuncion().session().post(send)).isInstanceOf(UncheckedIOException.class);
            } finally {
                installation.line().loseAnswers(false);
            }
            var found = pair.asuncion().post(send);
            var again = pair.asuncion().post(send);
            if (!found.get("receipt").isNull())
                assertThat(again).as("the first answer").isEqualTo(found);
        }
        System.out.printf("  F17: %d answers lost, %d found again with their receipts%n", times, times);
    }

    private static OfficerSession.Signed altered(OfficerSession.Signed act) {
        var parts = act.jws().compact().split("\\.");
        var flipped = (parts[2].charAt(0) == 'A' ? 'B' : 'A') + parts[2].substring(1);
        return new OfficerSession.Signed(
                act.request(),
                act.act(),
                Jws.parse(parts[0] + '.' + parts[1] + '.' + flipped),
                act.copies(),
                act.key());
    }

    private void refused(String code, OfficerSession.Signed act, OfficerSession session) {
        refused(code, act.jws().digest(), session.post(act));
    }

    /** The checker looks at what was signed: the history remembers it. */
    private void refused(String code, Hash digest, OfficerSession.Reply reply) {
        assertThat(Set.of(409, 422)).as(reply.text()).contains(reply.status());
        assertThat(reply.code()).isEqualTo(code);
        installation.history().refused(code, digest, reply.json().get("refusal"));
    }
}
