package org.enlace.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The requesting authority asks to use a result for more than its conditions allow.
 *
 * @param result the act that brought it
 * @param due until when a decision is asked for
 */
public record AskUse(UUID result, Use use, LocalDate due) implements Coded {
    public AskUse {
        Encodings.day(due);
    }

    static AskUse read(Fields fields) {
        return new AskUse(fields.uuid("result"), fields.oneOf("use", Use.values()), fields.day("due"));
    }

    @Override
    public String kind() {
        return "ask-use";
    }

    @Override
    public Json json() {
        return new Payload()
                .uuid("result", result)
                .text("use", use.code())
                .day("due", due)
                .json();
    }

    /** For what. */
    public enum Use implements Spelled {
        COURT("court"),
        OTHER_CASE("other-case"),
        OTHER_AUTHORITY("other-authority"),
        DEFENCE("defence");

        private final String code;

        Use(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
