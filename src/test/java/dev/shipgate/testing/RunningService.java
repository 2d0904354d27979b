package dev.shipgate.testing;

import static dev.shipgate.testing.Json.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;

/** Posts JSON to the service under test, and reads the answers. */
public final class RunningService {

    private RunningService() {}

    /** The answer to a request that must be evaluated. */
    public static JsonNode answer(String path, String body) {
        Response response = post(path, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return json(response.asString());
    }

    /** The problem that a request must be refused with. */
    public static JsonNode problem(int status, String path, String body) {
        Response response = post(path, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        return json(response.asString());
    }

    private static Response post(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }
}
