package org.enlace.search;

import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.enlace.Refused;
import org.enlace.ui.PublicAddress;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What search engines are told: the pages of all that the search offers to everybody, and which addresses lead nowhere new. */
@Controller
class CrawlersController {

    /** As many addresses as one file may hold: <a href="https://www.sitemaps.org/protocol.html">the protocol</a>. */
    private static final int MOST = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Search search;
    private final PublicAddress address;

    CrawlersController(Search search, PublicAddress address) {
        this.search = search;
        this.address = address;
    }

    @ResponseBody
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        var parts = Math.max(1, (search.countPaths() + MOST - 1) / MOST);
        return "User-agent: *\nDisallow: /ask?\nDisallow: /search\nDisallow: /sign-in\n"
                + IntStream.rangeClosed(1, parts)
                        .mapToObj(
                                part -> "Sitemap: " + address.link("/sitemap.xml" + (part == 1 ? "" : "?part=" + part)))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    @ResponseBody
    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap(@RequestParam(defaultValue = "1") int part) throws IOException {
        var paths = part < 1 ? java.util.List.<String>of() : search.paths((part - 1) * (long) MOST, MOST);
        if (paths.isEmpty() && part != 1) {
            throw Refused.absent();
        }
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(NAMESPACE);
            for (var path : paths) {
                write(xml, address.link(path));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the list of addresses cannot be written", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String link) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(link);
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
