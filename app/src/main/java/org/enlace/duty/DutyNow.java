package org.enlace.duty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody of an authority is on duty now, as far as the viewer may know it: the public learns that and the languages; those who are signed in for a state
 * or the secretariat also the functions, the duty lines and until when; people of the same state the names.
 *
 * @param languages BCP 47 tags of the languages of those on duty now
 * @param people on duty now; empty for the public
 * @param until when the first of them ends, if the viewer may know it
 * @param next who begins next, and when, if the viewer may know it
 */
public record DutyNow(
        Standing standing,
        List<String> languages,
        List<Person> people,
        @Nullable Instant until,
        @Nullable Next next) {

    static final DutyNow NOT_KEPT = new DutyNow(Standing.NOT_KEPT, List.of(), List.of(), null, null);

    public boolean isOn() {
        return standing == Standing.ON_DUTY;
    }

    public boolean isKept() {
        return standing != Standing.NOT_KEPT;
    }

    /** The words are {@code standing.<NAME>}. */
    public enum Standing {
        ON_DUTY,
        NOBODY,
        /** The authority keeps no rota here: nothing is known. */
        NOT_KEPT
    }

    /**
     * @param function may be empty where only a line is known
     * @param telephone may be empty
     * @param name empty unless the viewer is of the same state
     */
    public record Person(String function, String telephone, String name) {}

    public record Next(Instant from, Person person) {}
}
