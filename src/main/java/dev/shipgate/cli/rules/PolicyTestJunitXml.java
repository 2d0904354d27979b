package dev.shipgate.cli.rules;

import dev.shipgate.cli.command.OutputFile;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policytest.FailedCase;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.report.format.JunitXmlWriter;
import dev.shipgate.report.format.JunitXmlWriter.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The outcome of policy tests in the form that pipelines show: a suite for each file. */
final class PolicyTestJunitXml {

    private PolicyTestJunitXml() {}

    private interface Content {

        void writeTo(JunitXmlWriter xml) throws XMLStreamException;
    }

    static void write(List<Case> cases, OutputFile target) throws IOException {
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
    static void writeRefusal(List<Diagnostic> diagnostics, OutputFile target) throws IOException {
        write(target, xml -> {
            xml.startSuite(suite("rules", diagnostics.size(), diagnostics.size()));
            for (Diagnostic diagnostic : diagnostics) {
                xml.startCase("the rules can become active", "rules");
                xml.failure(diagnostic.code(), diagnostic.toString());
                xml.end();
            }
            xml.end();
        });
    }

    private static void write(OutputFile target, Content content) throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try (JunitXmlWriter xml = new JunitXmlWriter(report)) {
            content.writeTo(xml);
        } catch (XMLStreamException e) {
            throw new IOException("The report cannot be written to " + target.file(), e);
        }
        target.write(report.toByteArray());
    }

    private static void suite(JunitXmlWriter xml, String file, List<Case> cases) throws XMLStreamException {
        long failed = cases.stream().filter(test -> !test.passed()).count();
        xml.startSuite(suite(file, cases.size(), failed));
        for (Case test : cases) {
            xml.startCase(test.name(), className(file));
            if (!test.passed()) {
                xml.failure("test-failed", String.join("\n", FailedCase.lines(test)) + "\n" + file + ":" + test.line());
            }
            xml.end();
        }
        xml.end();
    }

    private static Suite suite(String name, long tests, long failures) {
        return new Suite(name, tests, failures, 0, Instant.now(), Map.of());
    }

    /** The folder and the name of a file: readers split it at its last dot. */
    private static String className(String file) {
        return file.replaceFirst("\\.test\\.yaml$", "").replace('.', '_').replace('/', '.');
    }
}
