package dev.shipgate.http;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself refuses is a problem detail as well. */
@QuarkusTest
class ProblemStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/load-gates", "/v1/load-gate/x", "/v2/load-gate", "/nope"})
    void anUnknownPathIsNotFound(String path) {
        isProblem(given().get(path).then(), 404, path).body("type", endsWith("not-found"));
        isProblem(given().contentType("application/json").body("{}").post(path).then(), 404, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate", "/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"})
    void anotherMethodIsNotAllowed(String path) {
        isProblem(given().get(path).then(), 405, path)
                .body("type", endsWith("method-not-allowed"))
                .header("Allow", "OPTIONS, POST");
        isProblem(given().delete(path).then(), 405, path);
        isProblem(given().contentType("application/json").body("{}").put(path).then(), 405, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate", "/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"})
    void anAnswerTheCallerDoesNotAcceptIsNotAcceptable(String path) {
        isProblem(
                        given().accept("text/html")
                                .contentType("application/json")
                                .body("{}")
                                .post(path)
                                .then(),
                        406,
                        path)
                .body("type", endsWith("not-acceptable"))
                .body("detail", containsString("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate", "/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"})
    void aBodyOfAnotherMediaTypeIsUnsupported(String path) {
        for (String type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded"}) {
            isProblem(given().contentType(type).body("{}").post(path).then(), 415, path)
                    .body("type", endsWith("unsupported-media-type"))
                    .body("detail", containsString("application/json"));
        }
    }

    @Test
    void whatAPathWithParametersTakesIsTold() {
        isProblem(given().delete("/v1/decisions/x").then(), 405, "/v1/decisions/x")
                .header("Allow", "GET, HEAD, OPTIONS");
        isProblem(given().delete("/v1/rulesets").then(), 405, "/v1/rulesets")
                .header("Allow", "GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate", "/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"})
    void anUnknownQueryParameterIsRefusedByEvaluations(String path) {
        isProblem(
                        given().contentType("application/json")
                                .body("{}")
                                .post(path + "?block-status=412")
                                .then(),
                        400,
                        path)
                .body("errors[0].detail", containsString("block-status is not known here"))
                .body("errors[0].detail", containsString("block_status"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/rules",
                "/v1/rulesets",
                "/v1/rulesets/active",
                "/v1/decisions",
                "/v1/decisions/latest",
                "/v1/audit/events",
                "/v1/audit/verification"
            })
    void anUnknownQueryParameterIsRefusedWhereOneReads(String path) {
        isProblem(given().get(path + "?no-such=1").then(), 400, path)
                .body("errors.detail", hasItem(containsString("no-such is not known here")));
    }
}
