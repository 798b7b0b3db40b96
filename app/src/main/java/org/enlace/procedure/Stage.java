package org.enlace.procedure;

import java.util.Locale;

/** How far a request has come. Follows from its acts and from nothing else. */
public enum Stage {
    SENT,
    OPENED,
    IN_CHARGE,
    ACCEPTED,
    POSTPONED,
    PRESERVED,
    /** The requested state gave notice that preservation would not serve, or would do harm; the requesting state decides (Budapest Art. 29(6)). */
    NOTICED,
    PARTLY_EXECUTED,
    EXECUTED,
    /** The final result is there. */
    ANSWERED,
    /** The requesting side has the result and accepted its conditions. */
    RECEIVED,
    DECLINED,
    WITHDRAWN,
    /** The requesting side decided that nothing follows on the preservation. */
    LAPSED,
    CLOSED,
    /** Not a request: a draft shared for comment. */
    COMMENTING;

    /** The word in the vectors, in addresses and in the keys of words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word; another word is a fault. */
    public static Stage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isEnd() {
        return this == DECLINED || this == WITHDRAWN || this == LAPSED || this == CLOSED;
    }
}
