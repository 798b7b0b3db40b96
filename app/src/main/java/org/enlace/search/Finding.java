package org.enlace.search;

import java.util.List;

/**
 * What was found.
 *
 * @param meant the words it was found by, when what was typed found nothing; else empty
 */
record Finding(String meant, List<Found> found) {}
