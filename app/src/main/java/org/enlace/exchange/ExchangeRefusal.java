package org.enlace.exchange;

import org.enlace.Refusal;
import org.enlace.ledger.SignedRefusal;

/** Why an act on a request does not happen. The codes are part of the protocol ({@code docs/protocols/exchange.md}). */
enum ExchangeRefusal implements Refusal {
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
    /** One of the two authorities has given up what it kept of it. */
    NO_LONGER_KEPT,
    /** It is a draft that was shared for comment, no request. */
    ONLY_A_DRAFT,
    NOT_A_DRAFT,
    // what the conditions forbid
    MARKING_TOO_WIDE(422),
    FORBIDDEN_BY_CONDITIONS,
    /** The authority wants another officer to send than the one who last changed the draft. */
    FOUR_EYES,
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
    UNKNOWN_FUNCTION(422),
    /** The treaty, and what the states declared to it, do not give this ground here. */
    GROUND_NOT_GIVEN(422),
    // the addressee
    UNKNOWN_STATE(422),
    UNKNOWN_AUTHORITY(422),
    UNKNOWN_FORM(422),
    OWN_STATE(422),
    NOT_DESIGNATED,
    CANNOT_RECEIVE,
    KEY_CHANGED,
    UNKNOWN_EARLIER_REQUEST(422),
    // the bytes
    MALFORMED(422),
    BAD_SIGNATURE(422),
    NOT_YOUR_KEY(422),
    NOT_YOUR_ACT(422),
    /** It was signed for another request than the one it is posted to. */
    OTHER_REQUEST(422),
    NOT_ADMITTED,
    CLOCK_APART(422),
    ACT_ID_TAKEN,
    UNKNOWN_PREVIOUS(422),
    WRONG_CONTENT(422),
    WRONG_KEYS(422),
    // what travelled as a file
    NOT_FOR_YOU(422),
    NOT_BY_FILE,
    AUTHOR_NOT_ADMITTED,
    ALREADY_CALLED,
    CALL_AFTERWARDS(422),
    // the log
    LOG_LATE(503);

    private final int status;

    ExchangeRefusal() {
        this(409);
    }

    ExchangeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** Who has to do something now, as a signed refusal says it. */
    SignedRefusal.Next next() {
        return switch (this) {
            case NOT_ADMITTED, AUTHOR_NOT_ADMITTED, FOUR_EYES -> SignedRefusal.Next.AUTHORITY;
            case CANNOT_RECEIVE,
                    DECISION_AWAITED,
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
                    ACT_ID_TAKEN,
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
