package org.enlace.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What the host signs with the log's key when nothing had happened by the time it should have, and it told those who should know, or found nobody to tell
 * ({@code exchange.md}, "Reminders"). A step that only the host's own table knew could be denied, or invented.
 *
 * @param reminder the record's own id
 * @param act the act that is waited on: the one that set the time for taking in charge, the one that gave the guarantee, or the last one before a date passed
 * @param digest of that act's JWS
 * @param authority who was to act: the requested authority on the ladder, the requesting one before a guarantee ends, either where a date passed
 * @param due by when; UTC, whole milliseconds
 * @param time the server's, UTC, whole milliseconds; that of the entry
 * @param letters that were put into the outbox with it; 0 and 0 where nobody could be told
 */
public record Reminder(
        UUID reminder,
        UUID request,
        UUID act,
        Hash digest,
        Step step,
        String authority,
        Instant due,
        Instant time,
        Letters letters)
        implements Signed {
    public static final String TYPE = "enlace-reminder+jws";

    /** Who is told, or how much of the guarantee is left. */
    public enum Step implements Spelled {
        /** The ladder: not taken in charge by then. To the deputies and whoever is on duty; and to the requesting side. */
        DEPUTY("deputy"),
        /** The ladder, as long again afterwards: to every officer and the coordinators of the state; and to the requesting side. */
        COORDINATORS("coordinators"),
        HALF("half"),
        THREE_QUARTERS("three-quarters"),
        NINE_TENTHS("nine-tenths"),
        DAYS_14("days-14"),
        DAYS_7("days-7"),
        DAYS_3("days-3"),
        DAY_1("day-1"),
        /** The guarantee has ended. */
        LAPSED("lapsed"),
        /** What was promised, asked for by a day or set by the profile has not come; to both sides, and again each week. */
        OVERDUE("overdue");

        private static final List<String> CLOCK_STARTS = List.of("send", "answer", "transfer");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** @throws Unknown if this program does not know such a step */
        public static Step of(String code) {
            return Arrays.stream(values())
                    .filter(step -> step.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new Unknown("This step is not known to this program."));
        }

        public boolean isOfLadder() {
            return this == DEPUTY || this == COORDINATORS;
        }

        /** Whether it can be about such an act. */
        boolean follows(Act act) {
            return switch (this) {
                case DEPUTY, COORDINATORS -> CLOCK_STARTS.contains(act.kind());
                case OVERDUE -> true;
                default -> act.coded() instanceof Preserve;
            };
        }

        /** Whether it says that the time is over, and not that it will be. */
        boolean isAfterwards() {
            return isOfLadder() || this == LAPSED || this == OVERDUE;
        }
    }

    /** How many letters, to each side. Not whether a mail server took them. */
    public record Letters(long requested, long requesting) {
        public Letters {
            if (requested < 0 || requesting < 0) {
                throw new IllegalArgumentException("A number of letters is not negative.");
            }
        }

        static Letters read(Fields within) {
            var fields = Fields.of(within.next("letters"));
            var letters = new Letters(fields.number("requested"), fields.number("requesting"));
            fields.end();
            return letters;
        }

        Json json() {
            return new Payload()
                    .number("requested", requested)
                    .number("requesting", requesting)
                    .json();
        }

        /** Whether there was nobody to tell. */
        public boolean isNone() {
            return requested == 0 && requesting == 0;
        }
    }

    public Reminder {
        Fields.authority(authority);
        Encodings.time(due);
        Encodings.time(time);
        if (step.isAfterwards() && time.isBefore(due)) {
            throw new IllegalArgumentException("Nobody is told that a time is over before it is.");
        }
    }

    static Reminder read(Fields fields) {
        return new Reminder(
                fields.uuid("reminder"),
                fields.uuid("request"),
                fields.uuid("act"),
                fields.hash("digest"),
                Step.of(fields.text("step")),
                fields.text("authority"),
                fields.time("due"),
                fields.time("time"),
                Letters.read(fields));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] payload() {
        return Payload.ofVersionOne()
                .uuid("reminder", reminder)
                .uuid("request", request)
                .uuid("act", act)
                .hash("digest", digest)
                .text("step", step.code())
                .text("authority", authority)
                .time("due", due)
                .time("time", time)
                .json("letters", letters.json())
                .encode();
    }

    @Override
    public Entry.Kind entryKind() {
        return Entry.Kind.REMINDER;
    }
}
