package org.enlace.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of an act that the host may read, one record for each kind of act. An act that says nothing to the host has an empty object here. */
public sealed interface Coded {
    /** The act's {@code kind}. */
    String kind();

    /** The members in their declared order. */
    Json json();

    /**
     * A request goes out.
     *
     * @param measure what is asked, for example {@code preservation}
     * @param instrument id of the treaty it is asked under
     * @param requestedState ISO 3166 alpha-3
     * @param recipientGeneration generation of the requested authority's key it is sealed to
     * @param extending the request whose preservation this one asks to prolong, or null for a new one
     * @param form name and version of the form, for example {@code preservation/1}
     */
    record Send(
            String measure,
            String instrument,
            String requestedState,
            String requestedAuthority,
            int recipientGeneration,
            boolean urgent,
            @Nullable UUID extending,
            String form)
            implements Coded {
        private static final Pattern STATE = Pattern.compile("[A-Z]{3}");

        public Send {
            Fields.code(measure);
            Fields.code(instrument);
            if (!STATE.matcher(requestedState).matches()) {
                throw new IllegalArgumentException("A state is written with three capital letters.");
            }
            Fields.authority(requestedAuthority);
            Fields.generation(recipientGeneration);
            Fields.code(form);
        }

        static Send read(Fields fields) {
            String measure = fields.text("measure");
            String instrument = fields.text("instrument");
            String state = fields.text("requestedState");
            String authority = fields.text("requestedAuthority");
            int generation = fields.generation("recipientGeneration");
            boolean urgent = oneOf(fields.text("urgency"), "urgent", "ordinary");
            boolean extension = oneOf(fields.text("status"), "extension", "new");
            var extending = fields.uuidOrNull("extends");
            if (extension != (extending != null)) {
                throw new Malformed("An extension names the request it extends, a new request names none.");
            }
            return new Send(measure, instrument, state, authority, generation, urgent, extending, fields.text("form"));
        }

        @Override
        public String kind() {
            return "send";
        }

        @Override
        public Json json() {
            return new Payload()
                    .text("measure", measure)
                    .text("instrument", instrument)
                    .text("requestedState", requestedState)
                    .text("requestedAuthority", requestedAuthority)
                    .number("recipientGeneration", recipientGeneration)
                    .text("urgency", urgent ? "urgent" : "ordinary")
                    .text("status", extending == null ? "new" : "extension")
                    .uuid("extends", extending)
                    .text("form", form)
                    .json();
        }
    }

    /**
     * An officer answers for the request from now on.
     *
     * @param function the officer's function as the directory has it
     * @param nextDate when the requesting side will hear again
     */
    record TakeInCharge(String function, LocalDate nextDate) implements Coded {
        public TakeInCharge {
            Fields.line(function);
            Encodings.day(nextDate);
        }

        @Override
        public String kind() {
            return "take-in-charge";
        }

        @Override
        public Json json() {
            return new Payload()
                    .text("function", function)
                    .day("nextDate", nextDate)
                    .json();
        }
    }

    /**
     * The data are preserved.
     *
     * @param from when preservation took effect
     * @param until the last day that is guaranteed
     * @param full whether all that was asked is preserved
     */
    record Preserve(Instant from, LocalDate until, boolean full) implements Coded {
        public Preserve {
            Encodings.time(from);
            Encodings.day(until);
        }

        @Override
        public String kind() {
            return "preserve";
        }

        @Override
        public Json json() {
            return new Payload()
                    .time("from", from)
                    .day("until", until)
                    .text("extent", full ? "full" : "part")
                    .json();
        }
    }

    /**
     * The data are not, or not usefully, preserved.
     *
     * @param ground code of the ground
     * @param notice whether this is a notice that leaves the decision to the requesting side, not a refusal
     */
    record Decline(String ground, boolean notice) implements Coded {
        private static final Pattern GROUND = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

        public Decline {
            if (!GROUND.matcher(ground).matches()) {
                throw new IllegalArgumentException(
                        "A ground is a code of lowercase letters, digits, dots and underscores.");
            }
        }

        @Override
        public String kind() {
            return "decline";
        }

        @Override
        public Json json() {
            return new Payload()
                    .text("ground", ground)
                    .text("kind", notice ? "notice" : "refusal")
                    .json();
        }
    }

    /**
     * Something is unclear.
     *
     * @param due until when an answer is asked for
     */
    record Ask(LocalDate due) implements Coded {
        public Ask {
            Encodings.day(due);
        }

        @Override
        public String kind() {
            return "ask";
        }

        @Override
        public Json json() {
            return new Payload().day("due", due).json();
        }
    }

    /** The kinds that tell the host nothing but that they happened. */
    enum Plain implements Coded {
        OPEN("open"),
        ANSWER("answer"),
        WITHDRAW("withdraw");

        private final String kind;

        Plain(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Json json() {
            return new Payload().json();
        }
    }

    /**
     * Reads the part that goes with a kind of act.
     *
     * @throws Unknown if the kind is not known
     */
    static Coded read(String kind, Json json) {
        var fields = Fields.of(json);
        Coded coded = switch (kind) {
            case "send" -> Send.read(fields);
            case "open" -> Plain.OPEN;
            case "take-in-charge" -> new TakeInCharge(fields.text("function"), fields.day("nextDate"));
            case "preserve" ->
                new Preserve(fields.time("from"), fields.day("until"), oneOf(fields.text("extent"), "full", "part"));
            case "decline" -> new Decline(fields.text("ground"), oneOf(fields.text("kind"), "notice", "refusal"));
            case "ask" -> new Ask(fields.day("due"));
            case "answer" -> Plain.ANSWER;
            case "withdraw" -> Plain.WITHDRAW;
            default -> throw new Unknown("This kind of act is not known to this program.");
        };
        fields.end();
        return coded;
    }

    private static boolean oneOf(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new Malformed("Here \"" + yes + "\" or \"" + no + "\" is expected.");
        }
        return word.equals(yes);
    }
}
