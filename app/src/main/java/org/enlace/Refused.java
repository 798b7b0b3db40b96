package org.enlace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An act did not happen because a rule says no. An answer, not a fault: it carries no stack trace and is not logged as an error. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members;

    Refused(Refusal refusal, Object... arguments) {
        this(refusal, List.of(arguments), Map.of());
    }

    private Refused(Refusal refusal, List<Object> arguments, Map<String, Object> members) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.arguments = arguments;
        this.members = members;
    }

    /** The same, with something beside code and sentence that programs read in the answer. */
    public Refused with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Refused(refusal, arguments, more);
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

    /** What the answer says beside code and sentence, by the names of its members. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
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
