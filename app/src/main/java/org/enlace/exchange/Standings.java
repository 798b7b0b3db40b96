package org.enlace.exchange;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.enlace.ledger.Send;
import org.enlace.procedure.Addition;
import org.enlace.procedure.Enquiry;
import org.enlace.procedure.Hand;
import org.enlace.procedure.Request;
import org.enlace.procedure.Standing;
import org.enlace.procedure.Turn;
import org.enlace.resolver.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the acts of each request amount to, kept for the order of the desk; and the row by which acts on one request take turns. */
@Component
class Standings {

    /** Counts the changes of the rules by which acts amount to a turn and its due: rows written by earlier ones are made anew. */
    static final int RULES = 2;

    private static final int TIME = java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

    private final JdbcClient jdbc;
    private final Turns turns;

    Standings(JdbcClient jdbc, Turns turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    /** Until the end of the transaction nobody else acts on this request. */
    void lock(UUID request) {
        jdbc.sql("select stage from exchange.standing where request = :request for update")
                .param("request", request)
                .query(String.class)
                .optional();
    }

    void write(Request request) {
        var turn = lastingTurn(request);
        var until = request.standing().until();
        var hand = Hand.of(request);
        var enquiryDue = turns.progressDue(request);
        var receiveDue = turns.receiveDue(request);
        jdbc.sql("""
                        insert into exchange.standing values (:request, :stage, :turn, :task, :due, :until, :extended, :lastAct, :lastAt,
                            :requesting, :requested, :requestedZone, :sentBy, :inHandOf, :inHandAs, :extensionAsked, :rules, :emergency,
                            :enquiredAt, :enquiryDue, :addedAt, :unreceived, :receiveDue)
                        on conflict (request) do update
                        set stage = excluded.stage, turn = excluded.turn, task = excluded.task, due = excluded.due,
                            guaranteed_until = excluded.guaranteed_until, extended = excluded.extended,
                            last_act = excluded.last_act, last_at = excluded.last_at,
                            requested_authority = excluded.requested_authority, requested_zone = excluded.requested_zone,
                            in_hand_of = excluded.in_hand_of, in_hand_as = excluded.in_hand_as,
                            extension_asked = excluded.extension_asked, rules = excluded.rules,
                            enquired_at = excluded.enquired_at, enquiry_due = excluded.enquiry_due, added_at = excluded.added_at,
                            unreceived = excluded.unreceived, receive_due = excluded.receive_due
                        """)
                .param("request", request.id())
                .param("stage", request.standing().stage().code())
                .param("turn", turn == null ? null : turn.side().code())
                .param("task", turn == null ? null : turn.task().code())
                .param("due", turn == null || turn.due() == null ? null : utc(turn.due()))
                .param(
                        "until",
                        until == null
                                ? null
                                : utc(Standing.endOf(until, request.requested().zone())))
                .param("extended", request.isContinued())
                .param("lastAct", request.last().kind().code())
                .param("lastAt", utc(request.last().at()))
                .param("requesting", request.requesting().authority())
                .param("requested", request.requested().authority())
                .param("requestedZone", request.requested().zone().getId())
                .param("sentBy", request.facts().getFirst().act().account())
                .param("inHandOf", hand.account(), java.sql.Types.OTHER)
                .param("inHandAs", hand.function(), java.sql.Types.VARCHAR)
                .param("extensionAsked", request.isExtensionAsked())
                .param("rules", RULES)
                .param("unreceived", !request.standing().results().undecided().isEmpty())
                .param("emergency", isEmergency(request.sending()))
                .param(
                        "enquiredAt",
                        Enquiry.open(request).map(fact -> utc(fact.at())).orElse(null),
                        TIME)
                .param("enquiryDue", enquiryDue == null ? null : utc(enquiryDue), TIME)
                .param("receiveDue", receiveDue == null ? null : utc(receiveDue), TIME)
                .param("addedAt", Addition.unheeded(request).map(Standings::utc).orElse(null), TIME)
                .update();
    }

    /** Some of those that earlier rules wrote. */
    List<UUID> outdated(int many) {
        return jdbc.sql("select request from exchange.standing where rules < :rules limit :many")
                .param("rules", RULES)
                .param("many", many)
                .query((row, index) -> row.getObject("request", UUID.class))
                .list();
    }

    /** The turn as long as nothing happens. That a guarantee ends soon, or has ended, depends on the hour; the desk sees it when it looks. */
    private @Nullable Turn lastingTurn(Request request) {
        var turn = turns.of(request, request.last().at());
        return turn != null && turn.task().isOfTheHour() ? null : turn;
    }

    /** Whether it is about a danger to the life or safety of a person. A draft of such a request is not one. */
    private static boolean isEmergency(Send send) {
        return send.measure().equals(Measure.EMERGENCY.code()) && send.status() != Send.Status.COMMENT;
    }

    private static OffsetDateTime utc(java.time.Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
