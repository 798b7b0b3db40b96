package org.enlace;

/**
 * A rule that says no. Each room has one enum of these; the sentence people read is the word {@code refusal.<NAME>} of that room, in their language,
 * and says what happened, whether anything was lost and what to do.
 */
public interface Refusal {

    String name();

    /** The HTTP status that goes with it: 409 unless the refusal says otherwise. */
    default int status() {
        return 409;
    }

    /** To be thrown; the arguments fill the places of the sentence and must hold nothing secret. */
    default Refused refused(Object... arguments) {
        return new Refused(this, arguments);
    }
}
