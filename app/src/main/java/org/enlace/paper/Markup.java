package org.enlace.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.enlace.Language;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A document tree that becomes a PDF. Nothing is fetched while it is made. */
final class Markup {

    static {
        // It would tell the operator how fast it is, on every page.
        XRLog.setLoggingEnabled(false);
    }

    /** The built-in fonts have the ordinary space that does not break, and not the narrow one that French puts between hour and minute. */
    private static final char NARROW = '\u202f';

    private static final char ORDINARY = '\u00a0';

    private final Document document;
    private final Element body;

    private Markup(Document document, Language language, String title, String style) {
        this.document = document;
        var html = document.createElement("html");
        html.setAttribute("lang", language.tag());
        document.appendChild(html);
        var head = add(html, "head");
        add(head, "title", title);
        add(head, "style", style);
        this.body = add(html, "body");
    }

    static Markup of(Language language, String title, String style) {
        try {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            return new Markup(document, language, title, style);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Element body() {
        return body;
    }

    Element add(Element parent, String name) {
        var element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    Element add(Element parent, String name, String text) {
        var element = add(parent, name);
        element.setTextContent(text.replace(NARROW, ORDINARY));
        return element;
    }

    void row(List<String> cells, String cell, Element rows) {
        var row = add(rows, "tr");
        cells.forEach(text -> add(row, cell, text));
    }

    byte[] pdf() {
        try {
            var bytes = new ByteArrayOutputStream();
            new PdfRendererBuilder()
                    .withW3cDocument(document, null)
                    .useUriResolver((base, address) -> null)
                    .withProducer("Enlace")
                    .toStream(bytes)
                    .run();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
