package org.enlace.procedure;

import java.util.Arrays;
import org.enlace.ledger.Act;
import org.jspecify.annotations.Nullable;

/** What can be done to a request. */
public enum Kind {
    SEND("send", Side.REQUESTING),
    OPEN("open", Side.REQUESTED),
    TAKE_IN_CHARGE("take-in-charge", Side.REQUESTED),
    ACCEPT("accept", Side.REQUESTED),
    PRESERVE("preserve", Side.REQUESTED),
    EXECUTE("execute", Side.REQUESTED),
    RESULT("result", Side.REQUESTED),
    PROGRESS("progress", Side.REQUESTED),
    ASK("ask", Side.REQUESTED),
    POSTPONE("postpone", Side.REQUESTED),
    DECLINE("decline", Side.REQUESTED),
    ASSIGN("assign", Side.REQUESTED),
    TRANSFER("transfer", Side.REQUESTED),
    GRANT_USE("grant-use", Side.REQUESTED),
    DESTROY("destroy", Side.REQUESTED),
    ANSWER("answer", Side.REQUESTING),
    RECEIVE("receive", Side.REQUESTING),
    ASK_USE("ask-use", Side.REQUESTING),
    WITHDRAW("withdraw", Side.REQUESTING),
    ASK_DESTRUCTION("ask-destruction", Side.REQUESTING),
    LET_LAPSE("let-lapse", Side.REQUESTING),
    CLOSE("close", Side.REQUESTING),
    /** With another authority of the requesting state, which may read it and continue it. */
    SHARE("share", Side.REQUESTING),
    /** How does it stand (Palermo Art. 18(24))? */
    ENQUIRE("enquire", Side.REQUESTING),
    /** Something that nobody asked for: a new date, a corrected number, a further file. */
    ADD("add", Side.REQUESTING),
    /** Of conditions that cannot be accepted, by the side that they bind. */
    REFUSE_CONDITIONS("refuse-conditions", null),
    /** That they stand all the same, by the side that set them. */
    UPHOLD_CONDITIONS("uphold-conditions", null),
    /** A telephone call about the request, by both. */
    CALL("call", null),
    /** On a draft that is shared, by both. */
    COMMENT("comment", null);

    private final String code;
    private final @Nullable Side only;

    Kind(String code, @Nullable Side only) {
        this.code = code;
        this.only = only;
    }

    /** The word in the signed bytes, in addresses and in the keys of words. */
    public String code() {
        return code;
    }

    /** Whether it is an act of this side. */
    public boolean isBy(Side side) {
        return only == null || only == side;
    }

    public static Kind of(Act act) {
        return of(act.kind());
    }

    /** By its word in the signed bytes, in definitions of forms and in our own rows; another word is a fault, and never a person's. */
    public static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an act of kind " + code));
    }
}
