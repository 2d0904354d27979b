package dev.shipgate.report.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.hash.Sha256;
import dev.shipgate.report.AnswerVerdict;
import dev.shipgate.report.Notice;
import dev.shipgate.report.Report;
import dev.shipgate.report.RuleNote;
import dev.shipgate.text.OneLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** SARIF 2.1.0, as code scanning of GitHub takes it: a result for each finding, at the file of the rule that found it. */
final class SarifReport {

    /** GitHub refuses a run with more; the findings that block come first. */
    private static final int MAX_RESULTS = 25_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Report report;
    private final ArrayNode rules = JSON.arrayNode();
    private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();

    private SarifReport(Report report) {
        this.report = report;
    }

    static byte[] write(Report report) {
        return new SarifReport(report).log().toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode log() {
        ArrayNode results = JSON.arrayNode();
        report.findings().stream().limit(MAX_RESULTS).forEach(finding -> results.add(result(finding)));
        ObjectNode run = JSON.objectNode();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Shipgate");
        driver.set("rules", rules);
        run.putObject("automationDetails").put("id", "shipgate/" + report.kind().name() + "/");
        run.putArray("invocations").addObject().put("executionSuccessful", report.verdict() != AnswerVerdict.UNCLEAR);
        run.set("results", results);
        run.putObject("properties")
                .put("verdict", report.verdict().name().toLowerCase(Locale.ROOT))
                .put("subject", report.subject())
                .put("decision_id", report.decisionId())
                .put("ruleset", report.rulesetVersion())
                .put("evaluated_at", report.evaluatedAt());
        ObjectNode log = JSON.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.putArray("runs").add(run);
        return log;
    }

    private ObjectNode result(Notice finding) {
        String ruleId = ruleId(finding);
        ObjectNode result = JSON.objectNode();
        result.put("ruleId", ruleId);
        result.put("ruleIndex", ruleIndexes.computeIfAbsent(ruleId, id -> addRule(id, finding)));
        result.put("level", finding.blocks() ? "error" : "warning");
        result.putObject("message").put("text", message(finding.sentence()));
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", artifact(finding));
        physical.putObject("region").put("startLine", line(finding));
        // The one name by which GitHub knows a finding again.
        result.putObject("partialFingerprints").put("primaryLocationLineHash", fingerprint(finding));
        return result;
    }

    private static String ruleId(Notice finding) {
        RuleNote rule = finding.rule();
        return rule == null ? finding.part() + "/" + finding.reason() : OneLine.of(rule.name());
    }

    private int addRule(String id, Notice finding) {
        ObjectNode descriptor = rules.addObject();
        descriptor.put("id", id);
        descriptor.putObject("shortDescription").put("text", message(id));
        RuleNote rule = finding.rule();
        if (rule != null && rule.doc() != null) {
            descriptor.put("helpUri", rule.doc());
        }
        if (rule != null && !rule.owner().isEmpty()) {
            descriptor.putObject("properties").put("owner", rule.owner());
        }
        return rules.size() - 1;
    }

    /** In a message, brackets make links. */
    private static String message(String text) {
        return OneLine.of(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    /** The rule's file as it lies in a checkout, or the folder of the rules that could have found it. */
    private String artifact(Notice finding) {
        RuleNote rule = finding.rule();
        String folder = "rules/" + report.kind().named(finding.part()).rulesFolder();
        if (rule == null || rule.file().isEmpty()) {
            return relative(folder);
        }
        String path = relative("rules/" + rule.file());
        return path.startsWith("rules/") ? path : relative(folder);
    }

    /** Where the rule begins; the first line of what is no rule. */
    private static int line(Notice finding) {
        return finding.rule() == null ? 1 : finding.rule().line();
    }

    private static String relative(String path) {
        try {
            return new URI(null, null, path, null).normalize().toASCIIString();
        } catch (URISyntaxException e) {
            return "rules";
        }
    }

    private static String fingerprint(Notice finding) {
        String identity = String.join("\n", finding.part(), finding.item(), finding.reason());
        return Sha256.hex(identity.getBytes(StandardCharsets.UTF_8));
    }
}
