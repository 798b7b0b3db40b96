package org.enlace.procedure;

import org.enlace.Refusal;
import org.enlace.ledger.SignedRefusal;

/** Why an act may not come, by what has happened and by what it says. The codes are part of the protocol ({@code docs/protocols/exchange.md}). */
public enum ProcedureRefusal implements Refusal {
    // what has happened does not allow it
    /** The form of the request does not provide for this act. */
    NOT_ADMITTED_HERE,
    ALREADY_SENT,
    ALREADY_OPENED,
    ALREADY_IN_CHARGE,
    ALREADY_PRESERVED,
    ALREADY_ASKED,
    ALREADY_ACCEPTED,
    ALREADY_EXECUTED,
    ALREADY_ANSWERED,
    /** That authority has it already. */
    ALREADY_SHARED,
    /** Whoever asked how the request stands has no answer yet. */
    ALREADY_ENQUIRED,
    ALREADY_CALLED,
    /** How a request stands is asked of somebody who has it. */
    NOT_TAKEN_YET,
    /** The other side waits for the one that asks how the request stands. */
    ANSWER_FIRST,
    /** That they cannot be accepted was said before. */
    CONDITIONS_REFUSED_ALREADY,
    /** Nobody says that they cannot be accepted, or a word was said to it. */
    NOTHING_REFUSED,
    NOT_OPENED,
    NOT_IN_CHARGE,
    NOTHING_ASKED,
    OPENED_MEANWHILE,
    DECISION_AWAITED,
    DECLINED,
    WITHDRAWN,
    LAPSED,
    CLOSED,
    NOT_PRESERVED,
    NOT_RECEIVED,
    NOTHING_TO_RECEIVE,
    NOTHING_RECEIVED,
    /** It is a draft that was shared for comment, no request. */
    ONLY_A_DRAFT,
    NOT_A_DRAFT,
    // whose act it is, and what it follows
    NOT_YOUR_ACT(422),
    UNKNOWN_PREVIOUS(422),
    // what the conditions forbid
    MARKING_TOO_WIDE(422),
    FORBIDDEN_BY_CONDITIONS,
    // what the act says cannot be
    NEXT_DATE_PASSED(422),
    DUE_DATE_PASSED(422),
    STARTS_IN_FUTURE(422),
    UNTIL_PASSED(422),
    /** Less than sixty days; argument: the first day that would do. */
    TOO_SHORT(422),
    UNKNOWN_GROUND(422),
    /** Whoever opens or receives signs exactly the conditions under which it was given. */
    OTHER_CONDITIONS(422),
    OTHER_ITEMS(422),
    UNKNOWN_RESULT(422),
    CALL_AFTERWARDS(422);

    private final int status;

    ProcedureRefusal() {
        this(409);
    }

    ProcedureRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** Who has to do something now, as a signed refusal says it. */
    public SignedRefusal.Next next() {
        return switch (this) {
            case DECISION_AWAITED,
                    ALREADY_ASKED,
                    ALREADY_ENQUIRED,
                    NOT_TAKEN_YET,
                    NOTHING_TO_RECEIVE,
                    NOTHING_RECEIVED -> SignedRefusal.Next.COUNTERPART;
            case ALREADY_SENT,
                    ALREADY_OPENED,
                    ALREADY_IN_CHARGE,
                    ALREADY_PRESERVED,
                    ALREADY_ACCEPTED,
                    ALREADY_EXECUTED,
                    ALREADY_ANSWERED,
                    ALREADY_CALLED,
                    ALREADY_SHARED,
                    CONDITIONS_REFUSED_ALREADY,
                    NOTHING_REFUSED,
                    NOTHING_ASKED,
                    OPENED_MEANWHILE,
                    DECLINED,
                    WITHDRAWN,
                    LAPSED,
                    CLOSED,
                    ONLY_A_DRAFT,
                    NOT_A_DRAFT,
                    NOT_ADMITTED_HERE,
                    FORBIDDEN_BY_CONDITIONS -> SignedRefusal.Next.NOBODY;
            default -> SignedRefusal.Next.AUTHOR;
        };
    }
}
