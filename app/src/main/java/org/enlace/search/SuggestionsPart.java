package org.enlace.search;

import java.util.List;
import org.enlace.ui.Part;

/** Titles that may be meant, for the list beneath the box. */
record SuggestionsPart(List<String> titles) implements Part {}
