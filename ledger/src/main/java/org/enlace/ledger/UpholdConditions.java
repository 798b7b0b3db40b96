package org.enlace.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conditions stand, though the other side cannot accept them.
 *
 * @param result the act that brought the result whose conditions these are; null for those of the request itself
 */
public record UpholdConditions(@Nullable UUID result) implements Coded {
    static UpholdConditions read(Fields fields) {
        return new UpholdConditions(fields.uuidOrNull("result"));
    }

    @Override
    public String kind() {
        return "uphold-conditions";
    }

    @Override
    public Json json() {
        return new Payload().uuid("result", result).json();
    }
}
