package org.enlace.exchange;

import org.enlace.Refusal;
import org.enlace.ledger.SignedRefusal;

/** Why an act that could come is not taken: who signed it, what it brings, to whom it goes. The codes are part of the protocol ({@code docs/protocols/exchange.md}). */
enum ExchangeRefusal implements Refusal {
    /** One of the two authorities has given up what it kept of it. */
    NO_LONGER_KEPT,
    /** The authority wants another officer to send than the one who last changed the draft. */
    FOUR_EYES,
    // what the act says, by the data of the treaties and the authorities
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
    /** It was signed for another request than the one it is posted to. */
    OTHER_REQUEST(422),
    NOT_ADMITTED,
    CLOCK_APART(422),
    ACT_ID_TAKEN,
    WRONG_CONTENT(422),
    WRONG_KEYS(422),
    // what travelled as a file
    NOT_FOR_YOU(422),
    NOT_BY_FILE,
    AUTHOR_NOT_ADMITTED,
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
            case CANNOT_RECEIVE -> SignedRefusal.Next.COUNTERPART;
            case ACT_ID_TAKEN -> SignedRefusal.Next.NOBODY;
            default -> SignedRefusal.Next.AUTHOR;
        };
    }
}
