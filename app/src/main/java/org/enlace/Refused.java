package org.enlace;

import java.util.List;

/** An act did not happen because a rule says no. An answer, not a fault: it carries no stack trace and is not logged as an error. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient List<Object> arguments;

    Refused(Refusal refusal, Object... arguments) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.arguments = List.of(arguments);
    }

    /** What the viewer may not see and what does not exist are the same answer, in body and in status. */
    public static Refused absent() {
        return new Refused(Absence.ABSENT);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public boolean isAbsence() {
        return refusal == Absence.ABSENT;
    }

    private enum Absence implements Refusal {
        ABSENT;

        @Override
        public int status() {
            return 404;
        }
    }
}
