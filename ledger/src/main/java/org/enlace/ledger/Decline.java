package org.enlace.ledger;

/**
 * What was asked is not done, or not all of it.
 *
 * @param ground code of the ground
 * @param manner whether it is refused by right, cannot be done, or only noticed
 * @param whole whether nothing of the request is left to be done
 */
public record Decline(String ground, Manner manner, boolean whole) implements Coded {
    public Decline {
        Fields.ground(ground);
    }

    /** Whether it leaves the decision to the requesting side. */
    public boolean isNotice() {
        return manner == Manner.NOTICE;
    }

    static Decline read(Fields fields) {
        return new Decline(
                fields.text("ground"), fields.oneOf("kind", Manner.values()), fields.either("extent", "whole", "part"));
    }

    @Override
    public String kind() {
        return "decline";
    }

    @Override
    public Json json() {
        return new Payload()
                .text("ground", ground)
                .text("kind", manner.code())
                .text("extent", whole ? "whole" : "part")
                .json();
    }

    /** What kind of answer it is. */
    public enum Manner implements Spelled {
        REFUSAL("refusal"),
        /** The decision is left to the requesting side (Budapest Art. 29(6)). */
        NOTICE("notice"),
        /** Not a refusal by right: it cannot be done. */
        CANNOT("cannot");

        private final String code;

        Manner(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
