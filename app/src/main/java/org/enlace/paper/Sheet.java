package org.enlace.paper;

import java.util.List;
import org.enlace.Language;

/**
 * What stands on a document, in one language.
 *
 * @param symbol by which it is cited; at the top of every page
 * @param asOf "As at 7 October 2009"; at the top of every page
 * @param lead paragraphs beneath the title
 * @param notes paragraphs at the end
 */
public record Sheet(
        Language language,
        String symbol,
        String asOf,
        String title,
        List<String> lead,
        List<Section> sections,
        List<String> notes) {

    /**
     * A heading with a table.
     *
     * @param sum what the table amounts to, in one sentence; may be empty
     */
    public record Section(String heading, String sum, List<String> columns, List<List<String>> rows) {}

    /** The name of the file, from the symbol: {@code TS-2026-1.pdf}. */
    public String fileName(String ending) {
        return symbol.replaceAll("[^A-Za-z0-9.]+", "-") + '-' + language.tag() + '.' + ending;
    }
}
