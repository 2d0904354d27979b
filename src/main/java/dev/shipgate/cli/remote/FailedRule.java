package dev.shipgate.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The failure of a rule, as a problem tells it to readers of the rules, in lines for people. */
public final class FailedRule {

    private FailedRule() {}

    /** Where it failed, why, and on which facts; nothing where the problem tells nothing of a rule. */
    public static List<String> lines(JsonNode problem) {
        JsonNode failed = problem.path("failed");
        if (!failed.isObject()) {
            return List.of();
        }
        String text = failed.path("text").asText();
        List<String> lines = new ArrayList<>();
        lines.add(failed.path("file").asText() + ":" + failed.path("line").asText() + ": rule \""
                + failed.path("rule").asText() + "\"" + (text.isEmpty() ? "" : ": " + text));
        lines.add("  " + failed.path("cause").asText());
        failed.path("facts")
                .properties()
                .forEach(fact -> lines.add("  " + fact.getKey() + " = " + text(fact.getValue())));
        return lines;
    }

    private static String text(JsonNode fact) {
        return fact.isTextual() ? fact.asText() : fact.toString();
    }
}
