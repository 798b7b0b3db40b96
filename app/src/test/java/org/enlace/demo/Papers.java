package org.enlace.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.TakeInCharge;

/** What software officers write: forms and messages, in clear, before they are sealed. */
public final class Papers {

    private Papers() {}

    /** A preservation request that says nothing but its facts. */
    public static String preservation(String facts) {
        return form("preservation/1", "{\"P-09\":\"" + facts + "\"}");
    }

    /** A preservation request with everything that is asked. */
    public static String wholePreservation(String facts) {
        return form("preservation/1", """
                {"P-02":"UEDI-2417/2026","P-05.person":"Fiscal de turno",\
                "P-08":[{"title":"Estafa mediante sistemas informáticos","article":"bud.8","provision":"Artículo 188","penalty":"Hasta cinco años"}],\
                "P-09":"%s","P-10":[{"kinds":["subscriber"],"selectors":[{"kind":"account","value":"cobros@correo.example"}],\
                "from":{"date":"2026-03-13","time":"00:00:00","offset":"-03:00"},"to":{"date":"2026-03-14","time":"00:00:00","offset":"-03:00"}}],\
                "P-11":"La cuenta recibió los pagos.","P-12.custodian":"Proveedor Tico S.A. (ficticio)","P-13.risk":["retention"],\
                "P-13":"El proveedor borra los registros.","P-14":true,"P-14.date":"%s","P-17":"urgent","P-17.reason":"Esta noche."}\
                """.formatted(
                        facts, LocalDate.now(ZoneOffset.UTC).plusMonths(6)));
    }

    /** @param values a JSON object */
    public static String form(String form, String values) {
        return "{\"v\":1,\"kind\":\"form\",\"form\":\"" + form + "\",\"language\":\"es\",\"values\":" + values
                + ",\"attachments\":[]}";
    }

    public static String message(String act) {
        return message(act, "{}");
    }

    /** @param values a JSON object */
    public static String message(String act, String values) {
        return "{\"v\":1,\"kind\":\"message\",\"act\":\"" + act + "\",\"language\":\"es\",\"values\":" + values
                + ",\"attachments\":[]}";
    }

    /** Asked by Paraguay, taken in charge by Costa Rica, and preserved fifty of sixty days ago. */
    public static UUID preservedWithTenDaysLeft(String server, String form) {
        var asuncion = OfficerSession.signIn(server, Cast.PARAGUAY_DUTY);
        var sanJose = OfficerSession.signIn(server, Cast.COSTA_RICA_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), OfficerSession.Urgency.URGENT, null, form);
        asuncion.post(sent).require(200);
        var zone = Cast.Office.COSTA_RICA.zone();
        sanJose.act(sent.request(), OfficerSession.OPEN, null);
        sanJose.act(
                sent.request(),
                new TakeInCharge(
                        Cast.COSTA_RICA_DUTY.function(), LocalDate.now(zone).plusDays(1)),
                message("take-in-charge", "{\"reference\":\"CR-24-7-881\"}"));
        var from = Instant.now().minus(50, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(
                sent.request(),
                new Preserve(from, from.atZone(zone).toLocalDate().plusDays(60), true),
                message("preserve", "{\"ticket\":\"PRES-2026-77\",\"custodian\":\"Proveedor Tico S.A.\"}"));
        return sent.request();
    }
}
