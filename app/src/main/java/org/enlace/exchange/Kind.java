package org.enlace.exchange;

import java.util.Arrays;
import org.enlace.ledger.Act;

/** What can be done to a request. */
public enum Kind {
    SEND("send", Side.REQUESTING),
    OPEN("open", Side.REQUESTED),
    TAKE_IN_CHARGE("take-in-charge", Side.REQUESTED),
    ACCEPT("accept", Side.REQUESTED),
    POSTPONE("postpone", Side.REQUESTED),
    DECLINE("decline", Side.REQUESTED),
    ASK("ask", Side.REQUESTED),
    ANSWER("answer", Side.REQUESTING),
    ASSIGN("assign", Side.REQUESTED),
    TRANSFER("transfer", Side.REQUESTED),
    PROGRESS("progress", Side.REQUESTED),
    PRESERVE("preserve", Side.REQUESTED),
    EXECUTE("execute", Side.REQUESTED),
    RESULT("result", Side.REQUESTED),
    RECEIVE("receive", Side.REQUESTING),
    ASK_USE("ask-use", Side.REQUESTING),
    GRANT_USE("grant-use", Side.REQUESTED),
    WITHDRAW("withdraw", Side.REQUESTING),
    ASK_DESTRUCTION("ask-destruction", Side.REQUESTING),
    DESTROY("destroy", Side.REQUESTED),
    LET_LAPSE("let-lapse", Side.REQUESTING),
    CLOSE("close", Side.REQUESTING),
    COMMENT("comment", Side.REQUESTED);

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
