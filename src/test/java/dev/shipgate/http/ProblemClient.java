package dev.shipgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.shipgate.loadgate.GateClient;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Sends requests that must be refused, and reads the problem details of the answers. */
public final class ProblemClient {

    private ProblemClient() {}

    /** A body that must be refused with a status: gives the pointers to its problems, each with its detail. */
    public static List<Map.Entry<String, String>> problems(int status, String path, String body) {
        ValidatableResponse response = isProblem(GateClient.post(path, body), status, path);
        List<Map<String, String>> errors = response.extract().path("errors");
        return errors.stream()
                .map(error -> Map.entry(error.get("pointer"), error.get("detail")))
                .toList();
    }

    /** Checks the fields that every problem has, and that none of them shows the inside of the service. */
    public static ValidatableResponse isProblem(ValidatableResponse response, int status, String path) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", not(emptyOrNullString()))
                .body("title", not(emptyOrNullString()))
                .body("status", equalTo(status))
                .body("detail", not(emptyOrNullString()))
                .body("instance", equalTo(path));
        showsNothingOfTheInside(response.extract().asString());
        return response;
    }

    public static void showsNothingOfTheInside(String body) {
        assertThat(body)
                .doesNotContainPattern("(java|javax|jakarta|org|com|io|dev)\\.[a-z]+\\.")
                .doesNotContainPattern("[A-Z]\\w*(Exception|Error|Constraints)\\b")
                .doesNotContain("\tat ", "\\tat ", "stack");
    }
}
