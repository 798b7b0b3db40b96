package org.enlace.changes;

import java.util.List;
import java.util.Optional;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.ui.Words;
import tools.jackson.databind.JsonNode;

/**
 * A kind of fact that two persons change together. A room contributes one as a bean for each kind it keeps. A subject is the key of one fact, such as
 * {@code untoc/ECU/ACCESSION}; its value is a JSON object that only this matter reads, and absent where there is no such fact.
 */
public interface Matter {

    /** Short and stable, stored with every change: {@code treaty-action}. */
    String kind();

    /** The package's last name, whose words hold what {@link #title} and {@link #lines} say. */
    String room();

    /** Whether this viewer may propose changes to facts of this state, and read those that were proposed: the secretariat, unless the matter says more. */
    default boolean mayPropose(Viewer viewer, StateCode state) {
        return viewer.is(Role.SECRETARIAT);
    }

    /** Whether this viewer may decide on them; never on their own. */
    default boolean mayDecide(Viewer viewer, StateCode state) {
        return viewer.is(Role.SECRETARIAT);
    }

    /** The fact as it is now, without any change that waits. */
    Optional<JsonNode> current(String subject);

    /** What the change is about, as a heading: "Palermo Convention · Ecuador · accession". */
    String title(String subject, Words words);

    /** Where the fact is shown. */
    String path(String subject);

    /** A value as people read it, line by line. */
    List<Line> lines(JsonNode value, Words words);

    /** Makes an approved change hold, within the transaction of its approval. */
    void apply(Change change);

    /**
     * Whether approved changes of these facts may be shown to everybody: in feeds, on the first page, in what changed lately. Not unless the matter says so: facts
     * about persons, and facts of which the public sees a part only, must not go out by that door. What {@link #lines} says is never for the public.
     */
    default boolean isPublic() {
        return false;
    }

    /** Whether the fact is one under this instrument, for those who follow the instrument. */
    default boolean isUnder(String subject, String instrument) {
        return false;
    }

    /** One line of a fact: "Date of deposit", "6 Oct 2009". */
    record Line(String label, String value) {}
}
