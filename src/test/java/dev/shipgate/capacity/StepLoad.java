package dev.shipgate.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.RunningService;
import java.util.List;

/** Step-load tests in JSON, and the answers of the service to them. */
final class StepLoad {

    private StepLoad() {}

    static String step(long concurrency, double p95Ms, double errorRate) {
        return """
                {"concurrency":%d,"p95_ms":%s,"error_rate":%s}""".formatted(concurrency, p95Ms, errorRate);
    }

    /** Steps, and other fields of the request as they are written in JSON. */
    static String bodyWith(String otherFields, String... steps) {
        return "{" + otherFields + ",\"steps\":[" + String.join(",", steps) + "]}";
    }

    static JsonNode evaluate(String body) {
        return RunningService.answer("/v1/capacity", body);
    }

    /** The problem that a request must be refused with. */
    static JsonNode refused(int status, String body) {
        return RunningService.problem(status, "/v1/capacity", body);
    }

    static List<String> pointers(JsonNode problem) {
        return problem.findValuesAsText("pointer");
    }

    static List<String> roles(JsonNode answer) {
        return answer.get("steps").findValuesAsText("role");
    }
}
