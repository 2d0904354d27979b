package dev.shipgate.report;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML, the form of test results that every pipeline shows. What XML cannot hold is replaced. */
public final class JunitXmlWriter implements AutoCloseable {

    private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    /** Starts the document; the stream is the caller's to close. */
    public JunitXmlWriter(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
    }

    /** Starts a suite, which lasts until {@link #end}. */
    public void startSuite(String name, long tests, long failures) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", Long.toString(tests));
        attribute("failures", Long.toString(failures));
    }

    /** Starts a case, which lasts until {@link #end}. */
    public void startCase(String name, String className) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", className);
    }

    /** Says more of the case or suite that has just been started. */
    public void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    /** The failure of the case; its first line is the message. */
    public void failure(String text) throws XMLStreamException {
        xml.writeStartElement("failure");
        attribute("message", text.lines().findFirst().orElse(""));
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    /** What the case or the suite has to say. */
    public void output(String text) throws XMLStreamException {
        xml.writeStartElement("system-out");
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    /** Ends the case or the suite. */
    public void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static String writable(String text) {
        return text.replaceAll(UNWRITABLE, "\uFFFD");
    }
}
