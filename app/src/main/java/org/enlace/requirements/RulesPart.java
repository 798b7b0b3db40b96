package org.enlace.requirements;

import org.enlace.ui.Part;

/** On a state's page: for which forms it declared something, and where that stands. */
record RulesPart(RulesPage page) implements Part {}
