package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * JMeter's XML: an element for each sample, with its parts in it. It is read as a stream, without anything from
 * elsewhere.
 */
final class SampleXml {

    /**
     * Limits of the platform that are lifted. Java 25 would refuse a file that has 100,000 escaped signs, as large
     * tests have whose labels are queries. No entity can be declared without a DTD, so none grows, and
     * {@link #MAX_DEPTH} bounds the elements within each other.
     */
    private static final List<String> LIFTED_LIMITS =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxElementDepth");

    private static final String ROOT = "testResults";

    /** Parts of parts of parts: redirects within embedded resources within a transaction are four. */
    private static final int MAX_DEPTH = 100;

    private final TakenRows taken;
    private final RowsByThread rowsByThread;
    private final SampleElement element;

    /** Of each open element within the root whether it is a sample. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private int depth;

    SampleXml(Mapping mapping, ResultSink sink) {
        this.taken = new TakenRows(mapping, sink);
        this.rowsByThread = new RowsByThread(taken::add);
        this.element = new SampleElement(mapping.askBy(), sink);
    }

    static boolean recognises(String start) {
        String text = start.stripLeading();
        return text.startsWith("<") && text.contains("<" + ROOT);
    }

    void read(InputStream in) throws IOException {
        try {
            XMLStreamReader xml = parser(in);
            xml.nextTag();
            if (!xml.getLocalName().equals(ROOT)) {
                throw new UnreadableResultException("The first element must be " + ROOT + ", as JMeter writes it.");
            }
            while (xml.hasNext()) {
                read(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
        rowsByThread.end();
        taken.end();
    }

    private static XMLStreamReader parser(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        LIFTED_LIMITS.forEach(limit -> factory.setProperty(limit, 0));
        // JMeter writes UTF-8, whatever somebody made of the declaration.
        return factory.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    private void read(XMLStreamReader xml, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && !open.isEmpty()) {
            depth -= open.pop() ? 1 : 0;
        }
    }

    private void start(XMLStreamReader xml) {
        boolean isSample = open.isEmpty() || SampleElement.isSample(xml);
        if (open.size() == MAX_DEPTH) {
            throw UnreadableResultException.atLine(
                    xml.getLocation().getLineNumber(),
                    "There are more than " + MAX_DEPTH + " elements within each other.");
        }
        open.push(isSample);
        if (isSample) {
            rowsByThread.addNested(element.read(xml, depth > 0), depth);
            depth++;
        }
    }

    private static UnreadableResultException unreadable(XMLStreamException e) throws IOException {
        if (e.getNestedException() instanceof CharacterCodingException) {
            return TextEncoding.notUtf8();
        }
        if (e.getNestedException() instanceof IOException failure) {
            throw failure;
        }
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        return UnreadableResultException.atLine(
                line,
                "This is not XML as JMeter writes it. Is the file cut off? JMeter writes </" + ROOT
                        + "> when the test ends.");
    }
}
