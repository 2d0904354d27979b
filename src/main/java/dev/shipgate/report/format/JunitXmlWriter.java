package dev.shipgate.report.format;

import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * JUnit XML, the form of test results that every pipeline shows. It has only the elements and attributes that the
 * schemas of its readers share, as some readers refuse those that they do not know. A character that XML cannot hold is
 * replaced.
 */
public final class JunitXmlWriter implements AutoCloseable {

    private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    /** Nobody measures how long a case took: the rules judge all of them at once. */
    private static final String NO_TIME = "0";

    /** The form that the schemas take: without a zone, in UTC. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;

    /**
     * The attributes of a suite, before its cases.
     *
     * @param tests how many cases it has
     * @param failures how many of them fail
     * @param skipped how many of them say nothing
     * @param at when they were judged; null when that is not known
     * @param properties the other facts to be known of it, by name
     */
    public record Suite(
            String name,
            long tests,
            long failures,
            long skipped,
            @Nullable Instant at,
            Map<String, String> properties) {}

    /** Starts the document; the stream is the caller's to close. */
    public JunitXmlWriter(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
    }

    /** Starts a suite, which lasts until {@link #end}. */
    public void startSuite(Suite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("tests", Long.toString(suite.tests()));
        attribute("failures", Long.toString(suite.failures()));
        attribute("errors", "0");
        attribute("skipped", Long.toString(suite.skipped()));
        attribute("time", NO_TIME);
        if (suite.at() != null) {
            attribute("timestamp", TIMESTAMP.format(suite.at()));
        }
        if (!suite.properties().isEmpty()) {
            properties(suite.properties());
        }
    }

    private void properties(Map<String, String> properties) throws XMLStreamException {
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        xml.writeEndElement();
    }

    /** Starts a case, which lasts until {@link #end}. */
    public void startCase(String name, String className) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", className);
        attribute("time", NO_TIME);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    /**
     * The failure of the case.
     *
     * @param type a stable name of its kind
     * @param text its first line is the message
     */
    public void failure(String type, String text) throws XMLStreamException {
        xml.writeStartElement("failure");
        attribute("message", text.lines().findFirst().orElse(""));
        attribute("type", type);
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    /** Why the case says nothing. */
    public void skipped(String text) throws XMLStreamException {
        xml.writeStartElement("skipped");
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    /** The text that the case or the suite has to say. */
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
