package dev.shipgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How often rules fired, as an answer says. */
public final class RuleFirings {

    private RuleFirings() {}

    /** How often each rule fired, by its name. */
    public static ObjectNode counts(JsonNode answer) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        answer.path("rules_fired")
                .forEach(row -> counts.put(
                        row.path("rule").textValue(), row.path("fired").intValue()));
        return counts;
    }

    /** How often rules fired in all. */
    public static int total(JsonNode answer) {
        int total = 0;
        for (JsonNode row : answer.path("rules_fired")) {
            total += row.path("fired").intValue();
        }
        return total;
    }
}
