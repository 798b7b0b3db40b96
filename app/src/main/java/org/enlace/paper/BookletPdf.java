package org.enlace.paper;

import java.util.Locale;
import org.w3c.dom.Element;

/** A booklet as a PDF, A4. */
public final class BookletPdf {

    private static final String STYLE = """
            @page { size: A4; margin: 22mm 17mm 27mm 17mm;
              @top-left { content: element(head); width: 60%; } @top-right { content: element(asof); width: 40%; }
              @bottom-left { content: element(foot); width: 88%; vertical-align: top; }
              @bottom-right { content: counter(page) " / " counter(pages); font: bold 10pt Helvetica; vertical-align: top; padding-top: 9pt; width: 12%; } }
            body { font: 9.5pt/1.35 Helvetica, sans-serif; color: #000000; }
            .head { position: running(head); font-size: 8.5pt; }
            .asof { position: running(asof); font-size: 8.5pt; text-align: right; }
            .foot { position: running(foot); font-size: 8.5pt; padding-top: 9pt; }
            .foot .mark { font: 7pt Courier; }
            h1 { font-size: 18pt; margin: 0 0 6pt; } h2 { font-size: 15pt; margin: 0 0 4pt; }
            h3 { font-size: 11pt; margin: 10pt 0 3pt; page-break-after: avoid; }
            .chapter { page-break-before: always; } .chapter.first { page-break-before: auto; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; margin: 0 0 8pt; }
            tr { page-break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: 2pt 6pt 2pt 0; border-bottom: 0.5pt solid #000000; }
            p { margin: 0 0 5pt; }
            .card { page-break-inside: avoid; margin: 0 0 8pt; padding: 5pt 7pt; border: 1pt solid #000000; }
            .card.sure { border: 1.6pt solid #000000; } .card.unsure { border: 0.8pt dashed #000000; } .card.doubted { border: 3pt double #000000; }
            .card .over { font-size: 8pt; margin: 0; } .card .heading { font-size: 11pt; font-weight: bold; margin: 0 0 2pt; }
            .tag { font-size: 8pt; font-weight: bold; padding: 1pt 4pt; border: 0.8pt solid #000000; white-space: nowrap; }
            .card.unsure .tag { border-style: dashed; }
            .card table { margin: 3pt 0 0; } .card td { border: none; padding: 1pt 6pt 1pt 0; } .card td.label { width: 26%; font-size: 8.5pt; }
            .card .note { font-size: 8pt; margin: 2pt 0 0; } .card .blank { font-size: 8.5pt; margin: 6pt 0 1pt; }
            .contents td:last-child { font: 7pt Courier; }
            """;

    private final Markup markup;

    private BookletPdf(Markup markup) {
        this.markup = markup;
    }

    public static byte[] of(Booklet booklet) {
        var pdf = new BookletPdf(Markup.of(booklet.language(), booklet.title() + ", " + booklet.asOf(), STYLE));
        pdf.write(booklet);
        return pdf.markup.pdf();
    }

    private void write(Booklet booklet) {
        var body = markup.body();
        styled(body, "div", "head", booklet.head());
        styled(body, "div", "asof", booklet.asOf());
        foot(body, booklet, booklet.mark());
        markup.add(body, "h1", booklet.title());
        booklet.lead().forEach(paragraph -> markup.add(body, "p", paragraph));
        var hasContents = !booklet.contents().rows().isEmpty();
        if (hasContents) {
            markup.add(body, "h3", booklet.contents().heading());
            table(booklet.contents(), body).setAttribute("class", "contents");
        }
        for (var number = 0; number < booklet.chapters().size(); number++) {
            var chapter = markup.add(body, "div");
            chapter.setAttribute("class", number == 0 && !hasContents ? "chapter first" : "chapter");
            write(booklet.chapters().get(number), booklet, chapter);
        }
    }

    private void write(Booklet.Chapter chapter, Booklet booklet, Element into) {
        foot(into, booklet, chapter.mark());
        markup.add(into, "h2", chapter.heading());
        chapter.lead().forEach(paragraph -> markup.add(into, "p", paragraph));
        if (!chapter.table().rows().isEmpty()) {
            markup.add(into, "h3", chapter.table().heading());
            table(chapter.table(), into);
        }
        chapter.cards().forEach(card -> write(card, into));
    }

    private void write(Booklet.Card card, Element into) {
        var block = markup.add(into, "div");
        block.setAttribute("class", "card " + card.frame().name().toLowerCase(Locale.ROOT));
        styled(block, "p", "over", card.over());
        var heading = styled(block, "p", "heading", card.heading() + "  ");
        styled(heading, "span", "tag", card.tag());
        var rows = markup.add(markup.add(block, "table"), "tbody");
        for (var line : card.lines()) {
            var row = markup.add(rows, "tr");
            styled(row, "td", "label", line.label());
            markup.add(row, "td", line.value());
        }
        styled(block, "p", "note", card.note());
        styled(block, "p", "blank", card.blank());
    }

    private void foot(Element into, Booklet booklet, String mark) {
        var foot = styled(into, "div", "foot", "");
        markup.add(foot, "div", booklet.foot());
        styled(foot, "div", "mark", mark);
    }

    private Element table(Sheet.Section section, Element into) {
        var table = markup.add(into, "table");
        markup.row(section.columns(), "th", markup.add(table, "thead"));
        var rows = markup.add(table, "tbody");
        section.rows().forEach(row -> markup.row(row, "td", rows));
        return table;
    }

    private Element styled(Element parent, String name, String style, String text) {
        var element = markup.add(parent, name, text);
        element.setAttribute("class", style);
        return element;
    }
}
