package org.enlace.systems;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.enlace.access.Account;
import org.enlace.access.ProgramToken;

/**
 * A case system as its authority sees it.
 *
 * @param place the name of its authority
 * @param tokens all it ever had, newest first
 */
record CaseSystem(Account account, String place, Standing standing, List<Shown> tokens) {

    /** How far it has come. The words are {@code standing.<NAME>}. */
    enum Standing {
        /** It has not stated its key yet. */
        SILENT,
        /** It has; a colleague has to compare its words and admit it. */
        WAITING,
        /** It can open what is sent to the authority. */
        ADMITTED
    }

    /**
     * A token.
     *
     * @param maker the name of the officer who made it
     */
    record Shown(ProgramToken token, String maker) {

        UUID id() {
            return token.id();
        }

        boolean holds(Instant now) {
            return token.holds(now);
        }

        /** How many whole days it holds yet, once it is time to say so. */
        OptionalInt daysLeft(Instant now) {
            return Endings.daysLeft(token, now);
        }
    }
}
