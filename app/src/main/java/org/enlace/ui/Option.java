package org.enlace.ui;

import org.jspecify.annotations.Nullable;

/**
 * One answer to choose from.
 *
 * @param value what is sent
 * @param label what is read
 * @param hint a line beneath the label, or null; not shown in a drop-down list
 */
public record Option(String value, String label, @Nullable String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
