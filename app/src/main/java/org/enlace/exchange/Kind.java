package org.enlace.exchange;

import java.util.Arrays;
import org.enlace.ledger.Act;

/** What can be done to a request. */
public enum Kind {
    SEND("send", Side.REQUESTING),
    OPEN("open", Side.REQUESTED),
    TAKE_IN_CHARGE("take-in-charge", Side.REQUESTED),
    PRESERVE("preserve", Side.REQUESTED),
    DECLINE("decline", Side.REQUESTED),
    ASK("ask", Side.REQUESTED),
    ANSWER("answer", Side.REQUESTING),
    WITHDRAW("withdraw", Side.REQUESTING);

    private final String code;
    private final Side side;

    Kind(String code, Side side) {
        this.code = code;
        this.side = side;
    }

    /** The word in the signed bytes, in addresses and in the keys of the room's words. */
    public String code() {
        return code;
    }

    /** Whose act it is. */
    public Side side() {
        return side;
    }

    static Kind of(Act act) {
        return of(act.kind());
    }

    static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an act of kind " + code));
    }
}
