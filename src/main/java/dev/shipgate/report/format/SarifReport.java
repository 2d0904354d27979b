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

/** SARIF 2.1.0, as code scanning of GitHub takes it: a result for each notice, at the file of its rule. */
final class SarifReport {

    /** GitHub refuses a run with more; the notices that block come first. */
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
        report.notices().stream().limit(MAX_RESULTS).forEach(notice -> results.add(result(notice)));
        ObjectNode run = JSON.objectNode();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Shipgate");
        driver.set("rules", rules);
        run.putObject("automationDetails").put("id", "shipgate/" + report.kind().name() + "/");
        run.putArray("invocations").addObject().put("executionSuccessful", report.verdict() != AnswerVerdict.UNCLEAR);
        run.set("results", results);
        ObjectNode properties = run.putObject("properties")
                .put("verdict", report.verdict().name().toLowerCase(Locale.ROOT))
                .put("subject", report.subject())
                .put("decision_id", report.decisionId())
                .put("ruleset", report.rulesetVersion())
                .put("evaluated_at", report.evaluatedAt());
        if (!report.page().isEmpty()) {
            // Without results the run alone leads there.
            properties.put("decision_url", report.page());
        }
        ObjectNode log = JSON.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        log.putArray("runs").add(run);
        return log;
    }

    private ObjectNode result(Notice notice) {
        String ruleId = ruleId(notice);
        ObjectNode result = JSON.objectNode();
        result.put("ruleId", ruleId);
        result.put("ruleIndex", ruleIndexes.computeIfAbsent(ruleId, id -> addRule(id, notice)));
        result.put("level", notice.blocks() ? "error" : "warning");
        result.putObject("message").put("text", message(notice.sentence()));
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", artifact(notice));
        physical.putObject("region").put("startLine", line(notice));
        if (!report.page().isEmpty()) {
            result.put("hostedViewerUri", report.page());
        }
        // The one name by which GitHub knows a result again.
        result.putObject("partialFingerprints").put("primaryLocationLineHash", fingerprint(notice));
        return result;
    }

    private static String ruleId(Notice notice) {
        RuleNote rule = notice.rule();
        return rule == null ? notice.part() + "/" + notice.reason() : OneLine.of(rule.name());
    }

    private int addRule(String id, Notice notice) {
        ObjectNode descriptor = rules.addObject();
        descriptor.put("id", id);
        descriptor.putObject("shortDescription").put("text", message(id));
        RuleNote rule = notice.rule();
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
    private String artifact(Notice notice) {
        RuleNote rule = notice.rule();
        String folder = "rules/" + report.kind().named(notice.part()).rulesFolder();
        if (rule == null || rule.file().isEmpty()) {
            return relative(folder);
        }
        String path = relative("rules/" + rule.file());
        return path.startsWith("rules/") ? path : relative(folder);
    }

    /** The line where the rule begins; 1 for a notice without a rule. */
    private static int line(Notice notice) {
        return notice.rule() == null ? 1 : notice.rule().line();
    }

    private static String relative(String path) {
        try {
            return new URI(null, null, path, null).normalize().toASCIIString();
        } catch (URISyntaxException e) {
            return "rules";
        }
    }

    private static String fingerprint(Notice notice) {
        String identity = String.join("\n", notice.part(), notice.item(), notice.reason());
        return Sha256.hex(identity.getBytes(StandardCharsets.UTF_8));
    }
}
