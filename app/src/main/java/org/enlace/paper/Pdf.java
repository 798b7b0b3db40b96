package org.enlace.paper;

import org.w3c.dom.Element;

/** A sheet as a PDF, A4, with its symbol and day at the head of every page and the page number at the foot. */
public final class Pdf {

    private static final String STYLE = """
            @page { size: A4; margin: 26mm 20mm 22mm 20mm;
              @top-left { content: element(symbol); } @top-right { content: element(asof); }
              @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Helvetica; } }
            body { font: 10pt/1.4 Helvetica, sans-serif; color: #1b2733; }
            .symbol { position: running(symbol); font-size: 9pt; }
            .asof { position: running(asof); font-size: 9pt; text-align: right; }
            h1 { font-size: 17pt; margin: 0 0 6pt; } h2 { font-size: 12pt; margin: 16pt 0 4pt; page-break-after: avoid; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            tr { page-break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: 2pt 6pt 2pt 0; border-bottom: 0.5pt solid #9aa5ad; }
            th { font-weight: bold; } p { margin: 0 0 6pt; } .note { font-size: 8.5pt; color: #4d5a66; }
            """;

    private final Markup markup;

    private Pdf(Markup markup) {
        this.markup = markup;
    }

    public static byte[] of(Sheet sheet) {
        var pdf = new Pdf(Markup.of(sheet.language(), sheet.symbol() + " " + sheet.title(), STYLE));
        pdf.write(sheet);
        return pdf.markup.pdf();
    }

    private void write(Sheet sheet) {
        var body = markup.body();
        markup.add(body, "div", sheet.symbol()).setAttribute("class", "symbol");
        markup.add(body, "div", sheet.asOf()).setAttribute("class", "asof");
        markup.add(body, "h1", sheet.title());
        sheet.lead().forEach(paragraph -> markup.add(body, "p", paragraph));
        sheet.sections().forEach(section -> write(section, body));
        sheet.notes().forEach(note -> markup.add(body, "p", note).setAttribute("class", "note"));
    }

    private void write(Sheet.Section section, Element body) {
        markup.add(body, "h2", section.heading());
        if (!section.sum().isEmpty()) {
            markup.add(body, "p", section.sum());
        }
        if (section.rows().isEmpty()) {
            return;
        }
        var table = markup.add(body, "table");
        markup.row(section.columns(), "th", markup.add(table, "thead"));
        var rows = markup.add(table, "tbody");
        section.rows().forEach(row -> markup.row(row, "td", rows));
    }
}
