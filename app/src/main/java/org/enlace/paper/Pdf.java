package org.enlace.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sheet as a PDF, A4, with its symbol and day at the head of every page and the page number at the foot. Nothing is fetched while it is made. */
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

    private final Document document;

    private Pdf(Document document) {
        this.document = document;
    }

    public static byte[] of(Sheet sheet) {
        try {
            var page = new Pdf(DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .newDocument())
                    .written(sheet);
            var bytes = new ByteArrayOutputStream();
            new PdfRendererBuilder()
                    .withW3cDocument(page, null)
                    .useUriResolver((base, address) -> null)
                    .withProducer("Enlace")
                    .toStream(bytes)
                    .run();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Document written(Sheet sheet) {
        var html = document.createElement("html");
        html.setAttribute("lang", sheet.language().tag());
        document.appendChild(html);
        var head = add(html, "head");
        add(head, "title", sheet.symbol() + " " + sheet.title());
        add(head, "style", STYLE);
        var body = add(html, "body");
        add(body, "div", sheet.symbol()).setAttribute("class", "symbol");
        add(body, "div", sheet.asOf()).setAttribute("class", "asof");
        add(body, "h1", sheet.title());
        sheet.lead().forEach(paragraph -> add(body, "p", paragraph));
        sheet.sections().forEach(section -> write(section, body));
        sheet.notes().forEach(note -> add(body, "p", note).setAttribute("class", "note"));
        return document;
    }

    private void write(Sheet.Section section, Element body) {
        add(body, "h2", section.heading());
        if (!section.sum().isEmpty()) {
            add(body, "p", section.sum());
        }
        if (section.rows().isEmpty()) {
            return;
        }
        var table = add(body, "table");
        write(section.columns(), "th", add(table, "thead"));
        var rows = add(table, "tbody");
        section.rows().forEach(row -> write(row, "td", rows));
    }

    private void write(List<String> cells, String cell, Element rows) {
        var row = add(rows, "tr");
        cells.forEach(text -> add(row, cell, text));
    }

    private Element add(Element parent, String name) {
        var element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    private Element add(Element parent, String name, String text) {
        var element = add(parent, name);
        element.setTextContent(text);
        return element;
    }
}
