package org.enlace.desk;

import java.util.Optional;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What of the desk is shown, as it stands in the address bar.
 *
 * @param direction {@code in} (asked of us), {@code out} (asked by us), or empty for both
 * @param state the other state's code, or empty
 * @param urgency {@code urgent}, {@code ordinary}, or empty
 * @param reference what a reference begins with, or empty
 */
record DeskFilter(
        @Nullable String direction,
        @Nullable String state,
        @Nullable String urgency,
        @Nullable String reference) {

    DeskFilter {
        direction = "in".equals(direction) || "out".equals(direction) ? direction : "";
        state = Optional.ofNullable(state)
                .flatMap(StateCode::parse)
                .map(StateCode::iso3)
                .orElse("");
        urgency = "urgent".equals(urgency) || "ordinary".equals(urgency) ? urgency : "";
        reference = reference == null ? "" : reference.strip().toUpperCase(java.util.Locale.ROOT);
    }

    boolean isAny() {
        return !(direction + state + urgency + reference).isEmpty();
    }

    /** As it goes into an address. Nothing in it needs escaping but the reference, which is reduced to what references are made of. */
    String query() {
        return "direction=" + direction + "&state=" + state + "&urgency=" + urgency + "&reference="
                + String.valueOf(reference).replaceAll("[^A-Z0-9-]", "");
    }
}
