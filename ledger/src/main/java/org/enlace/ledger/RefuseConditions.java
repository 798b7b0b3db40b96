package org.enlace.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side cannot accept the conditions that the other set. Whoever set them decides what follows.
 *
 * @param result the act that brought the result whose conditions these are; null for those of the request itself
 * @param reason code of the reason
 */
public record RefuseConditions(@Nullable UUID result, String reason) implements Coded {
    public RefuseConditions {
        Fields.code(reason);
    }

    static RefuseConditions read(Fields fields) {
        return new RefuseConditions(fields.uuidOrNull("result"), fields.text("reason"));
    }

    @Override
    public String kind() {
        return "refuse-conditions";
    }

    @Override
    public Json json() {
        return new Payload().uuid("result", result).text("reason", reason).json();
    }
}
