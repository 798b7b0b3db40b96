package org.enlace.duty;

import java.time.Instant;
import org.enlace.directory.Authority;
import org.enlace.ui.Part;

/** The numbers on which an authority is reached now, for an officer of another one who must not wait. */
record PhonesPart(Authority authority, Instant now, DutyNow duty) implements Part {

    /** The number in the directory; empty where none is known. */
    String published() {
        var number = authority.published().telephone();
        return number == null ? "" : number;
    }

    /** Whether there is nothing to dial. */
    boolean isEmpty() {
        return published().isEmpty()
                && duty.people().stream().allMatch(person -> person.telephone().isEmpty());
    }
}
