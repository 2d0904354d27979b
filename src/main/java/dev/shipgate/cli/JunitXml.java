package dev.shipgate.cli;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.Difference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The outcome of policy tests in the form that pipelines show: a suite for each file. */
final class JunitXml {

    /** What XML cannot hold. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    private interface Content {

        void writeTo(JunitXml report) throws XMLStreamException;
    }

    static void write(List<Case> cases, Path target) throws IOException {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        cases.forEach(test ->
                suites.computeIfAbsent(test.file(), file -> new ArrayList<>()).add(test));
        write(target, report -> {
            for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
                report.suite(suite.getKey(), suite.getValue());
            }
        });
    }

    /** One suite that says why the rules are refused, so that a pipeline shows it as it shows a failed test. */
    static void writeRefusal(List<Diagnostic> diagnostics, Path target) throws IOException {
        write(target, report -> {
            report.startSuite("rules", diagnostics.size(), diagnostics.size());
            for (Diagnostic diagnostic : diagnostics) {
                report.startCase("the rules can become active", "rules");
                report.failure(diagnostic.toString());
                report.xml.writeEndElement();
            }
            report.xml.writeEndElement();
        });
    }

    private static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            content.writeTo(new JunitXml(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The report cannot be written to " + target, e);
        }
    }

    private void suite(String file, List<Case> cases) throws XMLStreamException {
        long failed = cases.stream().filter(test -> !test.passed()).count();
        startSuite(file, cases.size(), failed);
        for (Case test : cases) {
            startCase(test.name(), file);
            xml.writeAttribute("line", Integer.toString(test.line()));
            if (!test.passed()) {
                failure(String.join(
                        "\n",
                        test.differences().stream().map(Difference::toString).toList()));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void startSuite(String name, int tests, long failures) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", writable(name));
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
    }

    private void startCase(String name, String file) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", writable(name));
        xml.writeAttribute("classname", writable(file));
        xml.writeAttribute("file", writable(file));
    }

    private void failure(String text) throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", writable(text.lines().findFirst().orElse("")));
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    private static String writable(String text) {
        return text.replaceAll(UNWRITABLE, "\uFFFD");
    }
}
