package dev.shipgate.retrystorm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.RunningService;
import java.util.List;

/** Traffic in JSON, and the answers of the service to it. */
final class Traffic {

    private Traffic() {}

    static String point(long minute, long userTurns, long serviceAttempts, double dependencyErrorRate) {
        return """
                {"minute":%d,"user_turns":%d,"service_attempts":%d,"dependency_error_rate":%s}""".formatted(minute, userTurns, serviceAttempts, dependencyErrorRate);
    }

    /** A minute in which three attempts a turn meet a dependency that fails every other time. */
    static String stormyPoint(long minute) {
        return point(minute, 10, 30, 0.5);
    }

    static String calmPoint(long minute) {
        return point(minute, 10, 10, 0);
    }

    /** Points and nothing else. */
    static String body(String... points) {
        return "{\"points\":[" + String.join(",", points) + "]}";
    }

    /** Points, and other fields of the request as they are written in JSON. */
    static String bodyWith(String otherFields, String... points) {
        return "{" + otherFields + ",\"points\":[" + String.join(",", points) + "]}";
    }

    static JsonNode evaluate(String body) {
        return RunningService.answer("/v1/retry-storms", body);
    }

    static JsonNode evaluateWithPoints(String body) {
        return RunningService.answer("/v1/retry-storms?include=points", body);
    }

    /** The pointers of the problems with a request that must be refused with this status. */
    static List<String> refused(int status, String body) {
        return RunningService.problem(status, "/v1/retry-storms", body).findValuesAsText("pointer");
    }

    /** The minutes that alert. */
    static List<Integer> alertingMinutes(JsonNode answer) {
        return answer.get("alerts").findValues("minute").stream()
                .map(JsonNode::intValue)
                .toList();
    }
}
