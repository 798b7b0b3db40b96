package org.enlace.ledger;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request goes out.
 *
 * @param measure what is asked, for example {@code preservation}
 * @param instrument id of the treaty it is asked under, or null where it is asked without one
 * @param requestedState ISO 3166 alpha-3
 * @param recipientGeneration generation of the requested authority's key it is sealed to
 * @param earlier the request that this one extends or follows up; null for all others
 * @param form name and version of the form, for example {@code preservation/1}
 * @param conditions under which it is given
 */
public record Send(
        String measure,
        @Nullable String instrument,
        String requestedState,
        String requestedAuthority,
        int recipientGeneration,
        boolean urgent,
        Status status,
        @Nullable UUID earlier,
        String form,
        Conditions conditions)
        implements Coded {
    private static final Pattern STATE = Pattern.compile("[A-Z]{3}");

    public Send {
        Fields.code(measure);
        if (instrument != null) {
            Fields.code(instrument);
        }
        if (!STATE.matcher(requestedState).matches()) {
            throw new IllegalArgumentException("A state is written with three capital letters.");
        }
        Fields.authority(requestedAuthority);
        Fields.generation(recipientGeneration);
        if (status.continues() != (earlier != null)) {
            throw new IllegalArgumentException(
                    "An extension and a follow-up name the request before, all others name none.");
        }
        Fields.code(form);
    }

    static Send read(Fields fields) {
        return new Send(
                fields.text("measure"),
                fields.textOrNull("instrument"),
                fields.text("requestedState"),
                fields.text("requestedAuthority"),
                fields.generation("recipientGeneration"),
                fields.either("urgency", "urgent", "ordinary"),
                fields.oneOf("status", Status.values()),
                fields.uuidOrNull("earlier"),
                fields.text("form"),
                Conditions.read(fields));
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
                .text("status", status.code())
                .uuid("earlier", earlier)
                .text("form", form)
                .json("conditions", conditions.json())
                .json();
    }

    /** How it relates to what was asked before. */
    public enum Status implements Spelled {
        NEW("new"),
        EXTENSION("extension"),
        FOLLOW_UP("follow-up"),
        /** Not a request: a draft that is shared for comment. No clock runs, and it is never executed. */
        COMMENT("comment");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether it continues a request that was sent before. */
        public boolean continues() {
            return this == EXTENSION || this == FOLLOW_UP;
        }
    }
}
