package org.enlace.updates;

import java.util.List;
import org.enlace.ui.Part;

/** The newest updates of a topic, on the first page or on a state's. */
record LatestPart(Topic topic, List<Update> updates) implements Part {}
