package org.enlace.enrolment;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.enlace.access.Invitation;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * Where a newcomer's browser makes the officer key and two ways to unlock it.
 *
 * @param zone the one to begin with
 * @param origin the address that keys are bound to
 */
record EnrolmentPage(String token, Invitation invitation, ZoneId zone, String origin) implements Page {

    @Override
    public String title(Words words) {
        return words.say("enrolment.title");
    }

    /** The zones of the Americas, and UTC for those who follow from elsewhere. */
    List<Option> zones() {
        return Zones.all();
    }

    /** Zones as the zone data has them. */
    private static final class Zones {

        private static final List<Option> ALL = Stream.concat(
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.startsWith("America/"))
                                .sorted(),
                        Stream.of("UTC"))
                .map(id -> Option.of(id, id.replace("America/", "").replace('_', ' ')))
                .toList();

        static List<Option> all() {
            return ALL;
        }
    }
}
