package org.enlace.notices;

import java.time.Instant;
import java.util.Map;

/** When those who get letters want them, as the room says that asks them. Only what can wait is held back. */
public interface Timetable {

    /** Everybody at once. */
    Timetable NONE = Map::of;

    /** The audiences that want letters at certain hours only. */
    Map<String, Hours> patient();

    /** One audience's. */
    @FunctionalInterface
    interface Hours {

        /** When a letter queued at a moment goes out: that moment, or a later one. */
        Instant due(Instant queued);
    }
}
