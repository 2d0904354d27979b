package dev.shipgate.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.List;

/** Step-load tests in JSON, and what the service says of them. */
final class StepLoad {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        Response response = post(body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return json(response.asString());
    }

    /** The problem that a request must be refused with. */
    static JsonNode refused(int status, String body) {
        Response response = post(body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        return json(response.asString());
    }

    static List<String> pointers(JsonNode problem) {
        return problem.findValuesAsText("pointer");
    }

    static List<String> roles(JsonNode answer) {
        return answer.get("steps").findValuesAsText("role");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/v1/capacity");
    }
}
