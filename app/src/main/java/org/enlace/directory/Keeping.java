package org.enlace.directory;

import java.util.List;
import java.util.stream.Stream;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.changes.Changes;

/**
 * What the viewer may do to an entry, and what was proposed for it.
 *
 * @param changes of the authority and of its designations, newest first; none for whoever may not propose any
 */
record Keeping(boolean mayPropose, boolean mayConfirm, boolean mayReport, boolean seesMailbox, List<Change> changes) {

    static Keeping of(Authority authority, List<Designation> designations, Changes changes, Viewer viewer) {
        var mayPropose = Keepers.mayPropose(viewer, authority.state());
        return new Keeping(
                mayPropose,
                Keepers.mayConfirm(viewer, authority),
                viewer.is(Role.SECRETARIAT),
                Keepers.seesMailbox(viewer, authority),
                mayPropose ? proposed(authority, designations, changes, viewer) : List.of());
    }

    /** Whether there is anything to be done beneath the entry: what has to be done first stands above it. */
    boolean hasAnything(Freshness freshness) {
        return mayPropose || (mayConfirm && freshness.isFresh());
    }

    private static List<Change> proposed(
            Authority authority, List<Designation> designations, Changes changes, Viewer viewer) {
        var own = changes.of(AuthorityMatter.KIND, authority.id(), viewer).stream();
        var named = designations.stream()
                .map(designation -> DesignationKey.of(designation).toString())
                .distinct()
                .flatMap(key -> changes.of(DesignationMatter.KIND, key, viewer).stream());
        return Stream.concat(own, named)
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }
}
