package org.enlace.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Accept;
import org.enlace.ledger.Ask;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Close;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Destroy;
import org.enlace.ledger.LetLapse;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.jspecify.annotations.Nullable;

/** Requests of Paraguay in every state there is, made over HTTP by software officers; named by what they are. */
final class ManyRequests {

    static final String FORM = Papers.preservation("canary-16d0");
    static final String MESSAGE = Papers.message("ask");

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final LocalDate TODAY = LocalDate.now(SAN_JOSE);
    private static final Coded REFUSAL = new Decline("bud29.political", Decline.Manner.REFUSAL, true);
    private static final Coded CLOSED = new Close(Close.Outcome.NO_LONGER_NEEDED);

    private final OfficerSession asuncion;
    private final OfficerSession sanJose;
    private final OfficerSession central;
    private final Map<String, UUID> made = new LinkedHashMap<>();

    private ManyRequests(OfficerSession asuncion, OfficerSession sanJose, OfficerSession central) {
        this.asuncion = asuncion;
        this.sanJose = sanJose;
        this.central = central;
    }

    static Map<String, UUID> make(OfficerSession asuncion, OfficerSession sanJose, OfficerSession central) {
        var many = new ManyRequests(asuncion, sanJose, central);
        many.open();
        many.preserved();
        many.over();
        many.overAndYetOpen();
        many.assistance();
        many.linked();
        return many.made;
    }

    private void open() {
        sent("sent");
        opened("opened");
        inCharge("in charge");
        sanJose.act(opened("asked"), new Ask(TODAY.plusDays(2), List.of()), MESSAGE);
        sanJose.act(opened("noticed"), new Decline("bud29.endangers_case", Decline.Manner.NOTICE, true), MESSAGE);
        draft("draft unopened");
        sanJose.act(draft("draft opened"), OfficerSession.OPEN, null);
    }

    private void preserved() {
        preserve("preserved");
        asuncion.act(preserve("lapsed"), new LetLapse("not-needed"), null);
    }

    private void over() {
        for (var name : new String[] {"declined", "declined and held"}) {
            sanJose.act(opened(name), REFUSAL, MESSAGE);
        }
        for (var name : new String[] {"recalled", "recalled too"}) {
            asuncion.act(sent(name), Coded.Plain.WITHDRAW, null);
        }
        asuncion.act(opened("closed"), CLOSED, null);
        asuncion.act(inCharge("closed late"), CLOSED, null);
        asuncion.act(opened("destroyed"), Coded.Plain.ASK_DESTRUCTION, null);
        sanJose.act(made.get("destroyed"), new Destroy(true), null);
        sanJose.act(draft("draft closed"), OfficerSession.OPEN, null);
        asuncion.act(made.get("draft closed"), CLOSED, null);
        var moved = opened("transferred and declined");
        sanJose.post(sanJose.transfer(moved, central.authority())).require(200);
        central.act(moved, OfficerSession.OPEN, null);
        central.act(moved, REFUSAL, MESSAGE);
    }

    private void overAndYetOpen() {
        sanJose.act(opened("destruction asked"), REFUSAL, MESSAGE);
        asuncion.act(made.get("destruction asked"), Coded.Plain.ASK_DESTRUCTION, null);
        sanJose.act(opened("upload begun"), REFUSAL, MESSAGE);
        asuncion.post("/uploads", Map.of("id", asuncion.newId(), "request", made.get("upload begun"), "size", 999))
                .require(201);
    }

    private void assistance() {
        inChargeThere("assistance in charge");
        central.act(inChargeThere("assistance accepted"), new Accept(TODAY.plusDays(20)), MESSAGE);
        central.act(inChargeThere("assistance asked"), new Ask(TODAY.plusDays(20), List.of()), MESSAGE);
        result("answered", true);
        var received = result("received", true);
        receive("received", received);
        receive("used", result("used", true));
        asuncion.act(made.get("used"), new Close(Close.Outcome.USED), null);
        var used = result("use asked", true);
        receive("use asked", used);
        asuncion.act(made.get("use asked"), new Close(Close.Outcome.USED), null);
        asuncion.act(made.get("use asked"), new AskUse(used, AskUse.Use.COURT, TODAY.plusDays(9)), MESSAGE);
        result("part unreceived", false);
        asuncion.act(made.get("part unreceived"), CLOSED, null);
    }

    private void linked() {
        var first = preserve("matter over, first");
        asuncion.act(send("matter over, second", first), Coded.Plain.WITHDRAW, null);
        asuncion.act(first, new LetLapse("not-needed"), null);
        var other = preserve("matter open, first");
        send("matter open, second", other);
        asuncion.act(other, new LetLapse("not-needed"), null);
    }

    private UUID result(String name, boolean complete) {
        var reply = central.act(inChargeThere(name), new Result(complete, OfficerSession.CONDITIONS), MESSAGE);
        return UUID.fromString(reply.get("act").asString());
    }

    private void receive(String name, UUID result) {
        asuncion.act(made.get(name), new Receive(result, OfficerSession.CONDITIONS), null);
    }

    private UUID sent(String name) {
        return send(name, null);
    }

    private UUID send(String name, @Nullable UUID extending) {
        return post(name, asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.ORDINARY, extending, FORM));
    }

    private UUID draft(String name) {
        return post(
                name,
                asuncion.sign(
                        Cast.Office.COSTA_RICA.id(),
                        Urgency.ORDINARY,
                        null,
                        send -> like(send, send.measure(), send.instrument(), Send.Status.COMMENT, send.form()),
                        FORM));
    }

    private UUID inChargeThere(String name) {
        var id = post(
                name,
                asuncion.sign(
                        central.authority(),
                        Urgency.ORDINARY,
                        null,
                        send -> like(send, "documents", "untoc", Send.Status.NEW, "assistance/1"),
                        FORM));
        central.act(id, OfficerSession.OPEN, null);
        central.act(id, new TakeInCharge(Cast.COSTA_RICA_CENTRAL.function(), TODAY.plusDays(1)), MESSAGE);
        return id;
    }

    private static Send like(Send send, String measure, @Nullable String instrument, Send.Status status, String form) {
        return new Send(
                measure,
                instrument,
                send.requestedState(),
                send.requestedAuthority(),
                send.recipientGeneration(),
                send.urgent(),
                status,
                null,
                form,
                send.conditions());
    }

    private UUID post(String name, OfficerSession.Signed sent) {
        asuncion.post(sent).require(200);
        made.put(name, sent.request());
        return sent.request();
    }

    private UUID opened(String name) {
        var id = sent(name);
        sanJose.act(id, OfficerSession.OPEN, null);
        return id;
    }

    private UUID inCharge(String name) {
        var id = opened(name);
        sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), TODAY.plusDays(1)), MESSAGE);
        return id;
    }

    private UUID preserve(String name) {
        var id = inCharge(name);
        var from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(id, new Preserve(from, TODAY.plusDays(61), true), MESSAGE);
        return id;
    }
}
