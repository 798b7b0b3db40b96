package org.enlace.updates;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.enlace.Language;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;

/** Updates as an Atom feed (RFC 4287) in one language. An entry keeps its id in every language and feed, so that readers show it once. */
record Feed(Topic topic, String name, List<Update> updates, Language language, PublicAddress address) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            write(xml);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a feed that cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        var words = Words.of(Feed.class, language);
        var own = address.link(UpdatesPage.feed(topic, language));
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", language.tag());
        text(xml, "id", own);
        text(xml, "title", words.say("feed.title", name));
        text(xml, "updated", newest().toString());
        link(xml, "self", own);
        link(xml, "alternate", address.link(UpdatesPage.path(topic)));
        xml.writeStartElement("author");
        text(xml, "name", "Enlace");
        xml.writeEndElement();
        for (var update : updates) {
            entry(xml, update, words);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(XMLStreamWriter xml, Update update, Words words) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", "urn:uuid:" + update.id());
        text(xml, "title", words.say("feed.entry", update.title(), update.what()));
        text(xml, "updated", update.at().toString());
        link(xml, "alternate", address.link(update.path()));
        text(xml, "summary", update.grounds(words));
        xml.writeEndElement();
    }

    /** Atom wants a moment also where nothing happened yet. */
    private Instant newest() {
        return updates.isEmpty() ? Instant.EPOCH : updates.getFirst().at();
    }

    private static void link(XMLStreamWriter xml, String relation, String to) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", to);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    /** What XML 1.0 has no way to write, somebody may still have pasted into a source. */
    private static String plain(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
    }
}
