package org.enlace.ledger;

import java.util.List;

/**
 * Why a package was judged as it was: one sentence of {@code messages*.properties}, with what goes into its places.
 *
 * @param code the sentence is {@code reason.<code>}
 * @param arguments file names, indexes, ids: never words of a language
 */
record Reason(String code, List<String> arguments) {
    Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(String code, Object... arguments) {
        return new Reason(code, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** Thrown where a file cannot be read at all, so that nothing can be said about it. */
    static final class CannotTell extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Reason reason;

        CannotTell(String code, Object... arguments) {
            super(code);
            reason = Reason.of(code, arguments);
        }

        Reason reason() {
            return reason;
        }
    }
}
