package dev.shipgate.audit.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.decision.Decision;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.firing.FiringCount;
import dev.shipgate.decision.firing.FiringRow;
import dev.shipgate.decision.firing.IncludedFirings;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The answer of a decision in the form that answers had before they had a verdict: each firing, with its facts and the
 * annotations of its rule. Records of that form are compared with it, so that a replay finds only differences in
 * content and none in form.
 */
final class FirstFormAnswer {

    private static final String VERDICT = "verdict";
    private static final String RULES_FIRED = "rules_fired";
    private static final String FIRINGS = "firings";
    private static final String REQUIRED_CONCURRENCY = "required_concurrency";

    private FirstFormAnswer() {}

    static byte[] of(Decision decision, ObjectMapper json) {
        if (decision.verdict() == Verdict.ERROR) {
            return decision.answer();
        }
        try {
            ObjectNode answer = (ObjectNode) json.reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(decision.answer());
            answer.remove(VERDICT);
            // A capacity by itself did not take the required concurrency then, and one within readiness did not tell
            // it.
            for (JsonNode part : answer) {
                if (part instanceof ObjectNode fields && fields.has(VERDICT)) {
                    fields.remove(VERDICT);
                    fields.remove(REQUIRED_CONCURRENCY);
                }
            }
            ArrayNode firings = answer.putArray(RULES_FIRED);
            decision.firings().stream().limit(IncludedFirings.MAX).forEach(firing -> firings.add(firing(firing, json)));
            ObjectNode counts = answer.putObject(FIRINGS);
            counts.put("total", decision.firings().size());
            ObjectNode byRule = counts.putObject("by_rule");
            decision.fired().forEach(count -> add(count, byRule));
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be put into its earlier form", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode firing(Firing firing, ObjectMapper json) {
        RuleInfo rule = firing.rule();
        ObjectNode row = json.createObjectNode();
        row.put("rule", rule.rule());
        row.put("package", rule.packageName());
        row.put("file", rule.file());
        row.put("line", rule.line());
        row.set("facts", json.valueToTree(new FiringRow(firing)).path("facts"));
        row.set("metadata", json.valueToTree(rule.metadata()));
        return row;
    }

    /** Rules of two folders may have one name, and were counted together. */
    private static void add(FiringCount count, ObjectNode byRule) {
        String rule = count.rule().rule();
        byRule.put(rule, byRule.path(rule).asInt() + count.fired());
    }
}
