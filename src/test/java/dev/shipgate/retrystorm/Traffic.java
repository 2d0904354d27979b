package dev.shipgate.retrystorm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.List;

/** Traffic in JSON, and what the service says of it. */
final class Traffic {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        return answer("/v1/retry-storms", body);
    }

    static JsonNode evaluateWithPoints(String body) {
        return answer("/v1/retry-storms?include=points", body);
    }

    private static JsonNode answer(String path, String body) {
        Response response = post(path, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return json(response.asString());
    }

    /** The pointers of the problems with a request that must be refused with this status. */
    static List<String> refused(int status, String body) {
        return refused(status, "/v1/retry-storms", body).findValuesAsText("pointer");
    }

    /** The problem that a request must be refused with. */
    static JsonNode refused(int status, String path, String body) {
        Response response = post(path, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        return json(response.asString());
    }

    /** The minutes that alert. */
    static List<Integer> alertingMinutes(JsonNode answer) {
        return answer.get("alerts").findValues("minute").stream()
                .map(JsonNode::intValue)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }
}
