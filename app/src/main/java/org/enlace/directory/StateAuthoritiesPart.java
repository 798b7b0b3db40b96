package org.enlace.directory;

import java.time.LocalDate;
import java.util.List;
import org.enlace.states.State;
import org.enlace.ui.Part;

/** The authorities of one state, and who of them is named for what. */
record StateAuthoritiesPart(State state, LocalDate on, List<Entry> entries, FunctionLists lists) implements Part {}
