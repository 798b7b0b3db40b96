package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Hash;

/** Eight at once, each against the others, while the server may be killed: whatever the order, exactly one of the outcomes, and the same one for everybody. */
final class Racing {

    static final int CLIENTS = 8;

    private final Installation installation;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, AtomicInteger> outcomes = new java.util.concurrent.ConcurrentHashMap<>();

    Racing(Installation installation) {
        this.installation = installation;
    }

    /** How often each outcome came about. */
    Map<String, AtomicInteger> outcomes() {
        return outcomes;
    }

    /** A recall and the first opening: one of the two, and receipts that agree. */
    void recallAgainstOpening(Pair pair) throws Exception {
        var request = pair.send();
        var asuncion = pair.asuncion();
        var sanJose = pair.sanJose();
        var withdraw = asuncion.insist(() -> asuncion.session().sign(request, Coded.Plain.WITHDRAW, Pair.MESSAGE));
        var open = sanJose.insist(() -> sanJose.session().sign(request, OfficerSession.OPEN, null));
        var answers = together(List.of(() -> post(asuncion, withdraw), () -> post(sanJose, open)));
        var kinds = receipts(asuncion, request);
        assertThat(kinds)
                .as("receipts")
                .isEqualTo(receipts(sanJose, request))
                .isIn(List.of("delivered", "opened"), List.of("delivered", "recalled"));
        assertThat(answers.stream().filter(status -> status == 200))
                .as("one of the two")
                .hasSize(1);
        outcome(kinds.getLast().equals("opened") ? "opened before the recall" : "recalled before the opening");
    }

    private List<String> receipts(Officer officer, UUID request) {
        return officer.insist(() -> {
            var kinds = officer.session()
                    .get("/requests/" + request + "/acts")
                    .require(200)
                    .json()
                    .get("receipts")
                    .valueStream()
                    .map(receipt -> new String(
                            java.util.Base64.getUrlDecoder()
                                    .decode(receipt.get("jws").asString().split("\\.")[1]),
                            StandardCharsets.UTF_8))
                    .map(payload -> payload.replaceAll(".*\"kind\":\"([a-z-]+)\".*", "$1"))
                    .toList();
            if (kinds.size() < 2) throw new IllegalStateException("the log is late");
            return kinds;
        });
    }

    /** Eight take the same request in charge, with acts of their own: one does. */
    void eightTakeInCharge(Pair pair) throws Exception {
        var request = pair.send();
        pair.open(request);
        var sanJose = pair.sanJose();
        var charge = new org.enlace.ledger.TakeInCharge(
                sanJose.member().function(),
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2));
        var acts = new ArrayList<Callable<Integer>>();
        for (int at = 0; at < CLIENTS; at++) {
            var act = sanJose.insist(() -> sanJose.session().sign(request, charge, Pair.MESSAGE));
            acts.add(() -> post(sanJose, act));
        }
        assertThat(together(acts).stream().filter(status -> status == 200))
                .as("taken in charge")
                .hasSize(1);
        outcome("taken in charge by one of eight");
    }

    /** Whoever proposed does not approve, however often; of all others one approval counts. */
    void approvals() throws Exception {
        var programme = new Officer(installation, Cast.SECRETARIAT);
        var legal = new Officer(installation, Cast.SECRETARIAT_LEGAL);
        var path = programme.insist(() -> programme
                .session()
                .form("/states/PRY/authorities", authority())
                .require(303)
                .location());
        var own = together(Collections.nCopies(
                CLIENTS, () -> answer(() -> programme.session().form(path + "/approval", Map.of()))));
        assertThat(own).as("by whoever proposed it").doesNotContain(303);
        assertThat(legal.insist(() -> legal.session().page(path).require(200)).text())
                .as("still open")
                .contains("/approval");
        var others = together(Collections.nCopies(
                CLIENTS, () -> answer(() -> legal.session().form(path + "/approval", Map.of()))));
        // An answer that was lost with the server is posted again and finds that it had counted.
        assertThat(others.stream().filter(status -> status == 303))
                .as("by another person")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(legal.insist(() -> legal.session().page(path).require(200)).text())
                .as("decided")
                .doesNotContain("/approval\"");
        outcome("approved once by a second person");
    }

    private Map<String, String> authority() {
        var number = count.incrementAndGet();
        return Map.of(
                "kind",
                "PROSECUTION_UNIT",
                "name",
                "Fiscalía de la Carrera " + number,
                "nameLanguage",
                "es",
                "zone",
                "America/Asuncion",
                "way",
                "NOTE_VERBALE",
                "source",
                "Decreto " + number);
    }

    /** Four eyes: who wrote the draft does not send it, however often they press; a colleague does. */
    void fourEyes() throws Exception {
        var wrote = new Officer(installation, Cast.BRAZIL_DUTY);
        var send = wrote.insist(() ->
                wrote.session().sign(Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.URGENT, null, Pair.FORM));
        wrote.insist(() -> {
            wrote.session().keepDraft(send.request(), "rascunho");
            return true;
        });
        var own = together(
                Collections.nCopies(CLIENTS, () -> answer(() -> wrote.session().post(send))));
        assertThat(own).as("by whoever wrote it").doesNotContain(200);
        installation.history().posted(wrote.member(), send);
        var colleague = new Officer(installation, Cast.BRAZIL_DEPUTY);
        colleague.post(colleague.insist(() -> colleague.session().signAgain(send)));
        outcome("sent by a second officer only");
    }

    /** From now on, where the requests of {@link #fourEyes} come from. */
    void requireFourEyes() {
        var officer = new Officer(installation, Cast.BRAZIL_DUTY);
        officer.insist(() -> officer.session()
                .form("/desk/four-eyes", Map.of("required", "true"))
                .require(303));
    }

    /** What waits of one authority has a limit, which eight together do not overspend. */
    void quota(int limit) throws Exception {
        var officer = new Officer(installation, Cast.PARAGUAY_CENTRAL);
        officer.session();
        var ids = IntStream.range(0, limit + 2 * CLIENTS)
                .mapToObj(at -> officer.session().newId())
                .toList();
        var tried = new ArrayList<Callable<Integer>>();
        for (int client = 0; client < CLIENTS; client++) {
            var mine = client;
            tried.add(() -> (int) IntStream.range(0, ids.size())
                    .filter(at -> at % CLIENTS == mine)
                    .filter(at -> answer(() -> officer.session()
                                    .post("/uploads", Map.of("id", ids.get(at), "request", ids.get(at), "size", 1)))
                            == 201)
                    .count());
        }
        var taken = together(tried).stream().mapToInt(Integer::intValue).sum();
        for (var id : ids) answer(() -> officer.session().post("/uploads/" + id + "/removal", Map.of()));
        assertThat(taken).as("files announced where " + limit + " may wait").isEqualTo(limit);
        outcome("quota kept");
    }

    /** Two tabs send different bytes for the same chunk, and say it is complete: one file, the one whose hash was agreed upon. */
    void uploadsOfOneId(Pair pair) throws Exception {
        var officer = pair.asuncion();
        var id = officer.session().newId();
        officer.insist(() -> officer.session()
                .post("/uploads", Map.of("id", id, "request", id, "size", 30))
                .require(201));
        var agreed = new ArrayList<String>();
        var tabs = new ArrayList<Callable<Integer>>();
        for (int tab = 0; tab < CLIENTS; tab++) {
            var bytes = Arrays.copyOf("age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII), 30);
            bytes[29] = (byte) tab;
            var hash = Hash.sha256(bytes).hex();
            tabs.add(() -> {
                for (int time = 0; time < 5; time++) {
                    answer(() -> officer.session().put("/uploads/" + id + "/chunks/0", bytes));
                    var status = answer(
                            () -> officer.session().post("/uploads/" + id + "/completion", Map.of("sha256", hash)));
                    if (status == 200) {
                        synchronized (agreed) {
                            agreed.add(hash);
                        }
                    }
                }
                return 0;
            });
        }
        together(tabs);
        assertThat(agreed.stream().distinct()).as("hashes agreed upon").hasSize(1);
        installation.history().stored(officer.member(), id, 30, agreed.getFirst());
        outcome("one file of eight tabs");
    }

    /** Two officers remove each other: one stays, whatever the order. */
    void lastOfficer() throws Exception {
        var one = new Officer(installation, Cast.COSTA_RICA_CENTRAL);
        var other = new Officer(installation, Cast.COSTA_RICA_CENTRAL_DEPUTY);
        var byOne = one.insist(() -> Renewed.departure(one, other));
        var byOther = other.insist(() -> Renewed.departure(other, one));
        var answers = together(List.of(
                () -> answer(() -> one.session().post("/keys/authority/departures", byOne)),
                () -> answer(() -> other.session().post("/keys/authority/departures", byOther))));
        // An answer that was lost with the server is posted again and finds that it had counted.
        assertThat(answers.stream().filter(status -> status == 204))
                .as("departures")
                .hasSizeLessThanOrEqualTo(1);
        var observer = new Officer(installation, Cast.OBSERVER);
        var known = observer.insist(() -> observer.session()
                .get("/keys/authorities/" + Cast.Office.COSTA_RICA_CENTRAL.id())
                .require(200)
                .json());
        assertThat(known.get("departures")).hasSize(1);
        assertThat(known.get("generation").asInt()).isEqualTo(2);
        outcome("one of two who removed each other stays");
    }

    private void outcome(String what) {
        outcomes.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    private Integer post(Officer officer, OfficerSession.Signed act) {
        installation.history().posted(officer.member(), act);
        var answer = new HashMap<String, OfficerSession.Reply>();
        var status = answer(() -> {
            var reply = officer.session().post(act);
            answer.put("last", reply);
            return reply;
        });
        if (status == 200)
            installation
                    .history()
                    .answered(officer.member(), act, answer.get("last").json());
        return status;
    }

    /** The status of a server that lives; while it does not, again. */
    private static Integer answer(Supplier<OfficerSession.Reply> action) {
        while (true) {
            try {
                var status = action.get().status();
                if (status < 500) return status;
                Thread.sleep(100);
            } catch (java.io.UncheckedIOException gone) {
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static List<Integer> together(List<? extends Callable<Integer>> actions) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var done : threads.invokeAll(actions)) statuses.add(done.get());
            return statuses;
        }
    }
}
