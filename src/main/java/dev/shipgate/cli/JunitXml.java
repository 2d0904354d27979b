package dev.shipgate.cli;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.Difference;
import dev.shipgate.report.JunitXmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The outcome of policy tests in the form that pipelines show: a suite for each file. */
final class JunitXml {

    private JunitXml() {}

    private interface Content {

        void writeTo(JunitXmlWriter xml) throws XMLStreamException;
    }

    static void write(List<Case> cases, Path target) throws IOException {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        cases.forEach(test ->
                suites.computeIfAbsent(test.file(), file -> new ArrayList<>()).add(test));
        write(target, xml -> {
            for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
                suite(xml, suite.getKey(), suite.getValue());
            }
        });
    }

    /** One suite that says why the rules are refused, so that a pipeline shows it as it shows a failed test. */
    static void writeRefusal(List<Diagnostic> diagnostics, Path target) throws IOException {
        write(target, xml -> {
            xml.startSuite("rules", diagnostics.size(), diagnostics.size());
            for (Diagnostic diagnostic : diagnostics) {
                startCase(xml, "the rules can become active", "rules");
                xml.failure(diagnostic.toString());
                xml.end();
            }
            xml.end();
        });
    }

    private static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = Files.newOutputStream(target);
                JunitXmlWriter xml = new JunitXmlWriter(out)) {
            content.writeTo(xml);
        } catch (XMLStreamException e) {
            throw new IOException("The report cannot be written to " + target, e);
        }
    }

    private static void suite(JunitXmlWriter xml, String file, List<Case> cases) throws XMLStreamException {
        long failed = cases.stream().filter(test -> !test.passed()).count();
        xml.startSuite(file, cases.size(), failed);
        for (Case test : cases) {
            startCase(xml, test.name(), file);
            xml.attribute("line", Integer.toString(test.line()));
            if (!test.passed()) {
                xml.failure(String.join(
                        "\n",
                        test.differences().stream().map(Difference::toString).toList()));
            }
            xml.end();
        }
        xml.end();
    }

    private static void startCase(JunitXmlWriter xml, String name, String file) throws XMLStreamException {
        xml.startCase(name, file);
        xml.attribute("file", file);
    }
}
