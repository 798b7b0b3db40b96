package org.enlace.paper;

import java.util.List;
import org.enlace.Language;

/**
 * A document for the shelf. It is read where nothing can be asked, one page of it perhaps without the others, so each page says by itself of when it is, how long it
 * can be relied on and what it can be checked against. Black on white: what matters is told by words and frames, not by colours.
 *
 * @param head at the top left of every page
 * @param asOf at the top right of every page
 * @param foot at the bottom of every page, with the page's number beside it
 * @param mark beneath the foot of the pages before the first chapter
 * @param contents what stands before the first chapter; its rows may be none
 */
public record Booklet(
        Language language,
        String title,
        String head,
        String asOf,
        String foot,
        String mark,
        List<String> lead,
        Sheet.Section contents,
        List<Chapter> chapters) {

    /**
     * Begins on a page of its own.
     *
     * @param mark beneath the foot of its pages
     */
    public record Chapter(String heading, String mark, List<String> lead, Sheet.Section table, List<Card> cards) {}

    /**
     * A block that the end of a page does not part.
     *
     * @param over a line above the heading
     * @param tag one or two words, framed like the card
     * @param blank a line to be filled in by hand
     */
    public record Card(
            String over, String heading, String tag, Frame frame, List<Line> lines, String note, String blank) {}

    public record Line(String label, String value) {}

    /** How sure a card is, told by its frame. */
    public enum Frame {
        SURE,
        UNSURE,
        DOUBTED
    }
}
