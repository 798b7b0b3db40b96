package org.enlace.directory;

import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;

/** Who keeps a state's entries: its coordinator proposes and confirms, the secretariat proposes and decides, the authority's officers confirm. */
public final class Keepers {

    private Keepers() {}

    public static boolean mayPropose(Viewer viewer, StateCode state) {
        return viewer.is(Role.SECRETARIAT) || coordinates(viewer, state);
    }

    public static boolean coordinates(Viewer viewer, StateCode state) {
        return viewer.is(Role.COORDINATOR) && state.equals(viewer.state());
    }

    /** The secretariat may not: only a state can say that its entry is still right. */
    static boolean mayConfirm(Viewer viewer, Authority authority) {
        return coordinates(viewer, authority.state()) || viewer.isOfficerOf(authority.id());
    }

    /** The mailbox is for those who keep the entry and for the authority; the public is never shown it. */
    static boolean seesMailbox(Viewer viewer, Authority authority) {
        return mayPropose(viewer, authority.state()) || viewer.isOfficerOf(authority.id());
    }
}
