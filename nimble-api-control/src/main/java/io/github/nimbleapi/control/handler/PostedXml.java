package io.github.nimbleapi.control.handler;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A body of XML: an {@code ApiSyncRequest} of plain elements, of any namespace. No DTD, hence no entities. */
final class PostedXml implements Posted {
    /** The JDK's parser keeps every name; whoever invents a million of them must not fill the memory. */
    private static final int MOST_NAMES = 1_000;

    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;

    PostedXml(Reader text) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            reader = factory.createXMLStreamReader(text);
        } catch (XMLStreamException | RuntimeException e) {
            throw noXml();
        }
    }

    @Override
    public void root(Member member) throws IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Comments and the like.
        }
        if (!reader.getLocalName().equals("ApiSyncRequest")) {
            throw new Unreadable("is XML, but no ApiSyncRequest");
        }
        members(member);
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            // Comments and the like.
        }
    }

    @Override
    public void members(Member member) throws IOException {
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                member.read(reader.getLocalName());
                skip();
            }
        }
    }

    @Override
    public void objects(Part part) throws IOException {
        part.read();
    }

    @Override
    public String text() throws IOException {
        StringBuilder text = new StringBuilder();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                skip();
            } else {
                append(text);
            }
        }
        return text.toString().strip();
    }

    @Override
    public void texts(Text each) throws IOException {
        StringBuilder own = new StringBuilder();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                each.read(text());
            } else {
                append(own);
            }
        }
        if (!own.toString().isBlank()) {
            each.read(own.toString().strip());
        }
    }

    private void append(StringBuilder text) throws Unreadable {
        int event = reader.getEventType();
        if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Unreadable("has a text of more than " + LONGEST_TEXT + " characters");
        }
    }

    /** To the end of the element here, unless it has been read. */
    private void skip() throws IOException {
        if (reader.isStartElement()) {
            int outside = depth - 1;
            while (depth > outside) {
                next();
            }
        }
    }

    private int next() throws IOException {
        int event = step();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable("is XML with a DTD or entities");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            countNames();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            names.add(reader.getPITarget());
        }
        if (depth > DEEPEST || names.size() > MOST_NAMES) {
            throw new Unreadable(
                    "has elements in more than " + DEEPEST + " elements, or more than " + MOST_NAMES + " names");
        }
        return event;
    }

    private int step() throws Unreadable {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            // Whatever it promises, the JDK's parser throws others too where text makes no sense.
            throw noXml();
        }
    }

    private void countNames() {
        names.add(reader.getPrefix() + ":" + reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributePrefix(i) + ":" + reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            names.add(reader.getNamespacePrefix(i) + "=" + reader.getNamespaceURI(i));
        }
    }

    private static Unreadable noXml() {
        return new Unreadable("is no XML that can be read");
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
