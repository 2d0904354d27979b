package dev.shipgate.report.format;

import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.Row;
import dev.shipgate.report.Row.RowOutcome;
import dev.shipgate.report.RuleNote;
import dev.shipgate.report.format.JunitXmlWriter.Suite;
import dev.shipgate.text.OneLine;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Test cases: a suite for each part, a case for each line. A case fails if its line holds the release back, and is
 * skipped if its line does not apply or is waived. Another line that did not pass is no case, but output of its suite.
 */
final class JunitReport {

    private final Report report;
    private final JunitXmlWriter xml;

    private JunitReport(Report report, JunitXmlWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static byte[] write(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JunitXmlWriter xml = new JunitXmlWriter(out)) {
            new JunitReport(report, xml).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The report could not be written", e);
        }
        return out.toByteArray();
    }

    private void write() throws XMLStreamException {
        Map<String, List<Row>> parts = report.parts();
        if (report.passes()) {
            // Not even a pass without a line goes without a case: no test at all is often taken for a mistake.
            parts.putIfAbsent(report.kind().name(), List.of());
        }
        for (Map.Entry<String, List<Row>> part : parts.entrySet()) {
            suite(part.getKey(), part.getValue());
        }
    }

    private void suite(String part, List<Row> rows) throws XMLStreamException {
        List<Row> cases = rows.stream().filter(JunitReport::isCase).toList();
        boolean needsCase =
                cases.isEmpty() && report.passes() && part.equals(report.kind().name());
        xml.startSuite(new Suite(
                part,
                needsCase ? 1 : cases.size(),
                cases.stream().filter(JunitReport::isFailure).count(),
                cases.stream().filter(JunitReport::isSkipped).count(),
                report.instant(),
                properties()));
        if (needsCase) {
            xml.startCase(OneLine.of(report.conclusion()), part);
            xml.end();
        }
        for (Row row : cases) {
            testCase(row);
        }
        xml.output(Stream.concat(
                        Stream.of(OneLine.of(report.title() + ": " + report.conclusion())),
                        rows.stream().filter(row -> !isCase(row)).map(JunitReport::sentence))
                .collect(Collectors.joining("\n")));
        xml.end();
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "decision_id", report.decisionId());
        put(properties, "ruleset", report.rulesetVersion());
        if (!report.page().isEmpty()) {
            // An address that is cut leads nowhere.
            properties.put("decision_url", report.page());
        }
        return properties;
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, OneLine.of(value));
        }
    }

    private static boolean isCase(Row row) {
        return row.passed() || isFailure(row) || isSkipped(row);
    }

    private static boolean isSkipped(Row row) {
        return row.outcome() == RowOutcome.NOT_APPLICABLE
                || (row.notice() != null && row.notice().isWaived());
    }

    private static boolean isFailure(Row row) {
        return row.notice() != null && row.notice().blocks();
    }

    private void testCase(Row row) throws XMLStreamException {
        xml.startCase(OneLine.of(row.check()), className(row));
        Notice notice = row.notice();
        if (isSkipped(row)) {
            xml.skipped(OneLine.of(row.detail()) + rule(row));
        } else if (notice != null) {
            String detail = notice.detail().isEmpty() ? notice.reason() : notice.detail();
            xml.failure(OneLine.of(notice.reason()), OneLine.of(detail) + rule(row));
        } else if (!row.detail().isEmpty()) {
            xml.output(OneLine.of(row.detail()) + rule(row));
        }
        xml.end();
    }

    /** Readers split the name at its last dot, and show the part before that dot as a folder. */
    private String className(Row row) {
        String item = OneLine.of(row.item()).replace('.', '_');
        return folder(row.part(), report.kind().named(row.part()).lines().about(item));
    }

    private static String folder(String part, String item) {
        return item.isEmpty() ? part : part + "." + item;
    }

    private static String rule(Row row) {
        RuleNote rule = row.rule();
        if (rule == null) {
            return "";
        }
        return "\nRule: " + OneLine.of(rule.name())
                + (rule.owner().isEmpty() ? "" : "\nOwner: " + OneLine.of(rule.owner()))
                + (rule.doc() == null ? "" : "\nSee: " + rule.doc());
    }

    private static String sentence(Row row) {
        String detail = row.detail().isEmpty() ? "" : ": " + row.detail();
        return OneLine.of(row.outcome().words() + ": " + row.item() + " " + row.check() + detail);
    }
}
