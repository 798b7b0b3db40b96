package org.enlace.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A whole screen: a record, with a template of the same name beside it, which the layout surrounds. */
public non-sealed interface Page extends Answer {

    /** What the browser's tab, the heading of print-outs and the history say. Never anything that was sealed. */
    String title(Words words);

    default int status() {
        return 200;
    }

    /** What stands at the top left of every printed sheet ("TLP:AMBER · PRY-2026-0142"), or null. */
    default @Nullable String marking() {
        return null;
    }

    /** The day whose facts the page shows, printed at the top right of every sheet, or null. */
    default @Nullable LocalDate asOf() {
        return null;
    }

    /** Which updates the feed announced with this page tells: {@code state=CRI}, {@code instrument=untoc}, empty for all; null where no feed belongs to it. */
    default @Nullable String feed() {
        return null;
    }

    /** Whether what the page shows or does needs the officer's unlocked key: then unlocking is offered above it. */
    default boolean needsKey() {
        return false;
    }
}
