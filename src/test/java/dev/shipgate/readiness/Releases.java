package dev.shipgate.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.RunningService;
import java.util.List;

/** Releases in JSON, and the answers of the service to them. The policy has no budgets of its own for "search". */
final class Releases {

    static final String GOOD_GATE = """
            {"routes":{"find":{"p95_ms":100,"error_rate":0,"cost_per_success":0.01,"task_success_delta":0}},
             "budgets":{"find":{"p95_ms":200,"error_rate":0.01,"cost_per_success":0.02}}}""";
    static final String SLOW_GATE = GOOD_GATE.replace("\"p95_ms\":100", "\"p95_ms\":300");

    static final String CALM = """
            {"points":[{"minute":0,"user_turns":10,"service_attempts":10,"dependency_error_rate":0}]}""";
    static final String STORM = """
            {"points":[{"minute":0,"user_turns":10,"service_attempts":30,"dependency_error_rate":0.5},
                       {"minute":1,"user_turns":10,"service_attempts":30,"dependency_error_rate":0.5}]}""";

    private Releases() {}

    /** A test that passes at 50 and 100 at once and breaks at 150, with other fields as written in JSON. */
    static String capacity(String otherFields) {
        return """
                {"p95_budget_ms":800,"error_budget":0.01,%s"steps":[
                  {"concurrency":50,"p95_ms":100,"error_rate":0},{"concurrency":100,"p95_ms":100,"error_rate":0},
                  {"concurrency":150,"p95_ms":900,"error_rate":0}]}""".formatted(otherFields.isEmpty() ? "" : otherFields + ",");
    }

    /** A release of these parts, each as {@code part("load_gate", ...)}. */
    static String release(String... parts) {
        return "{\"service\":\"search\"" + (parts.length == 0 ? "" : ",") + String.join(",", parts) + "}";
    }

    static String part(String name, String body) {
        return "\"" + name + "\":" + body;
    }

    static JsonNode evaluate(String body) {
        return RunningService.answer("/v1/release-readiness", body);
    }

    /** The pointers of the problems with a release that must be refused with this status. */
    static List<String> refused(int status, String body) {
        return RunningService.problem(status, "/v1/release-readiness", body).findValuesAsText("pointer");
    }

    /** The blockers as {@code part: reason}. */
    static List<String> blockers(JsonNode answer) {
        return answer.get("blockers")
                .valueStream()
                .map(blocker -> blocker.get("part").textValue() + ": "
                        + blocker.get("reason").textValue())
                .toList();
    }
}
