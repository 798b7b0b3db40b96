package org.enlace.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Until when something is promised. Written as a day, which lasts until its end at the requested authority, or as a moment in UTC. */
public sealed interface Until {

    /** The first moment after it. */
    Instant end(ZoneId requestedZone);

    /** As it stands in signed bytes. */
    String written();

    static Until of(LocalDate day) {
        return new Day(day);
    }

    /** @throws Malformed if it is neither */
    static Until read(String written) {
        return written.indexOf('T') < 0 ? new Day(Encodings.day(written)) : new Moment(Encodings.time(written));
    }

    record Day(LocalDate day) implements Until {
        public Day {
            Encodings.day(day);
        }

        @Override
        public Instant end(ZoneId requestedZone) {
            return day.plusDays(1).atStartOfDay(requestedZone).toInstant();
        }

        @Override
        public String written() {
            return Encodings.day(day);
        }
    }

    /** For what cannot wait for the end of a day. */
    record Moment(Instant at) implements Until {
        public Moment {
            Encodings.time(at);
        }

        @Override
        public Instant end(ZoneId requestedZone) {
            return at;
        }

        @Override
        public String written() {
            return Encodings.time(at);
        }
    }
}
