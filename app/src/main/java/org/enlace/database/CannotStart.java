package org.enlace.database;

/** Enlace cannot start, for a reason the operator can mend. The message is one or two sentences meant for them. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
