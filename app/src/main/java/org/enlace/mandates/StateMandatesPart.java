package org.enlace.mandates;

import java.time.LocalDate;
import java.util.List;
import org.enlace.changes.Change;
import org.enlace.states.State;
import org.enlace.ui.Part;

/**
 * The points of contact of one state that the viewer may see.
 *
 * @param others for those who keep them: over, or not yet begun
 * @param proposed for those who keep them: what waits for somebody else
 */
record StateMandatesPart(
        State state,
        LocalDate on,
        List<Showing.Line> lines,
        List<Showing.Line> others,
        List<Change> proposed,
        boolean keeps)
        implements Part {}
