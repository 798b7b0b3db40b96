package org.enlace.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The conditions under which something is given. They stand in the signed part, so that the host can hold both sides to them and nobody can have overlooked
 * them: whoever opens or receives signs the very same conditions again.
 *
 * @param tlp how far it may be passed on (Traffic Light Protocol 2.0)
 * @param handling code of police channels, or null where none was given
 * @param onward whether it may go to a third state
 * @param court whether it may be used in court
 */
public record Conditions(Tlp tlp, @Nullable Handling handling, Purpose purpose, Leave onward, Leave court) {

    static Conditions read(Fields within) {
        var fields = Fields.of(within.next("conditions"));
        var conditions = new Conditions(
                fields.oneOf("tlp", Tlp.values()),
                fields.oneOfOrNull("handling", Handling.values()),
                fields.oneOf("purpose", Purpose.values()),
                fields.oneOf("onward", Leave.values()),
                fields.oneOf("court", Leave.values()));
        fields.end();
        return conditions;
    }

    Json json() {
        return new Payload()
                .text("tlp", tlp.code())
                .text("handling", handling == null ? null : handling.code())
                .text("purpose", purpose.code())
                .text("onward", onward.code())
                .text("court", court.code())
                .json();
    }

    /** TLP 2.0. */
    public enum Tlp implements Spelled {
        CLEAR("clear"),
        GREEN("green"),
        AMBER("amber"),
        AMBER_STRICT("amber-strict"),
        RED("red");

        private final String code;

        Tlp(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Handling codes of police channels. */
    public enum Handling implements Spelled {
        /** No restriction. */
        H0("H0"),
        /** Not as evidence in judicial proceedings without leave. */
        H1("H1"),
        /** Not to be passed on without leave. */
        H2("H2"),
        /** Other restrictions, said in the content. */
        H3("H3");

        private final String code;

        Handling(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** For what it may be used. */
    public enum Purpose implements Spelled {
        ANY("any"),
        /** The proceedings named in the request, only. */
        PROCEEDINGS("proceedings"),
        /** To know, not to use. */
        INFORM("inform");

        private final String code;

        Purpose(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Whether something may be done. */
    public enum Leave implements Spelled {
        FREE("free"),
        /** Only with leave, asked for each time. */
        ASK("ask"),
        NONE("none");

        private final String code;

        Leave(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
