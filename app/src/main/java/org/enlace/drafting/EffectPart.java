package org.enlace.drafting;

import java.util.List;
import org.enlace.ui.Part;

/** On the page of a request and in its print: what it is beside one on paper. */
record EffectPart(List<String> sentences) implements Part {}
