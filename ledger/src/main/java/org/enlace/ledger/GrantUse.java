package org.enlace.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The requested authority decides on a use.
 *
 * @param asked the act that asked
 * @param ground code of the ground, or null where none is given
 */
public record GrantUse(
        UUID asked, Decision decision, @Nullable String ground) implements Coded {
    public GrantUse {
        if (ground != null) {
            Fields.ground(ground);
        }
    }

    static GrantUse read(Fields fields) {
        return new GrantUse(
                fields.uuid("asked"), fields.oneOf("decision", Decision.values()), fields.textOrNull("ground"));
    }

    @Override
    public String kind() {
        return "grant-use";
    }

    @Override
    public Json json() {
        return new Payload()
                .uuid("asked", asked)
                .text("decision", decision.code())
                .text("ground", ground)
                .json();
    }

    /** What was decided. */
    public enum Decision implements Spelled {
        GRANTED("granted"),
        PART("part"),
        CONDITIONS("conditions"),
        REFUSED("refused");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
