package org.enlace.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.enlace.Canary;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.TakeInCharge;

/** An officer of Paraguay and one of Costa Rica who send, open, take in charge and report preserved, request after request. */
final class Pair {

    /** Stands in everything that is sealed, and in no mail. */
    static final String CANARY = Canary.hatch().word();

    static final String FORM =
            Papers.form("preservation/1", "{\"P-02\":\"" + CANARY + "\",\"P-09\":\"" + CANARY + "\"}");
    static final String MESSAGE = Papers.message("answer", "{\"A-01\":\"" + CANARY + "\"}");

    private final Installation installation;
    private final Officer asuncion;
    private final Officer sanJose;

    Pair(Installation installation, boolean deputies) {
        this.installation = installation;
        this.asuncion = new Officer(installation, deputies ? Cast.PARAGUAY_DEPUTY : Cast.PARAGUAY_DUTY);
        this.sanJose = new Officer(installation, deputies ? Cast.COSTA_RICA_DEPUTY : Cast.COSTA_RICA_DUTY);
    }

    Officer asuncion() {
        return asuncion;
    }

    Officer sanJose() {
        return sanJose;
    }

    /** Works, whatever happens to the server, as long as there is more to do. Begun requests are not left half done. */
    void work(BooleanSupplier more) {
        while (more.getAsBoolean()) preserve();
    }

    UUID preserve() {
        var request = send();
        open(request);
        var today = LocalDate.now(ZoneOffset.UTC);
        var charge = new TakeInCharge(sanJose.member().function(), today.plusDays(2));
        sanJose.post(sanJose.insist(() -> sanJose.session().sign(request, charge, MESSAGE)));
        var preserve = new Preserve(Instant.now().truncatedTo(ChronoUnit.MILLIS), today.plusDays(62), true);
        sanJose.post(sanJose.insist(() -> sanJose.session().sign(request, preserve, MESSAGE)));
        installation
                .history()
                .checkpoint(asuncion.insist(() ->
                        asuncion.session().get("/log/checkpoint").require(200).text()));
        return request;
    }

    UUID send() {
        var send = signed();
        asuncion.post(send);
        return send.request();
    }

    OfficerSession.Signed signed() {
        return asuncion.insist(() -> asuncion.session().sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM));
    }

    void open(UUID request) {
        sanJose.post(sanJose.insist(() -> sanJose.session().sign(request, OfficerSession.OPEN, null)));
    }
}
