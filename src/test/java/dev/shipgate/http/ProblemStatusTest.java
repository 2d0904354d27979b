package dev.shipgate.http;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal by HTTP itself is a problem detail as well. */
@QuarkusTest
class ProblemStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/load-gates", "/v1/load-gate/x", "/v2/load-gate", "/nope"})
    void anUnknownPathIsNotFound(String path) {
        isProblem(given().get(path).then(), 404, path).body("type", endsWith("not-found"));
        isProblem(given().contentType("application/json").body("{}").post(path).then(), 404, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/load-gate%2f", "/v1/capacity%2F", "/v1/load-gate%2fimports", "/v1/rulesets%2f"})
    void aPathWithAnEncodedSlashIsNotFound(String path) {
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
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

    @Test
    void whatAPathTakesIsToldAlsoWithASlashAtItsEnd() {
        isProblem(given().get("/v1/load-gate/").then(), 405, "/v1/load-gate/").header("Allow", "OPTIONS, POST");
        isProblem(given().delete("/v1/decisions/x/").then(), 405, "/v1/decisions/x/")
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void aPathThatIsNoVersionOfRulesTakesOnlyItsOwnMethods() {
        isProblem(given().put("/v1/rulesets/validation").then(), 405, "/v1/rulesets/validation")
                .header("Allow", "OPTIONS, POST");
        isProblem(given().get("/v1/rulesets/validation").then(), 405, "/v1/rulesets/validation")
                .header("Allow", "OPTIONS, POST");
        isProblem(given().delete("/v1/decisions/latest").then(), 405, "/v1/decisions/latest")
                .header("Allow", "GET, HEAD, OPTIONS, POST");
    }

    @Test
    void everythingThatIsWrongWithQueryHeaderAndBodyIsToldAtOnce() {
        isProblem(
                        given().contentType("application/json")
                                .header("Idempotency-Key", "a b")
                                .body("{\"points\": 5}")
                                .post("/v1/retry-storms?block_status=200&include=all&block-status=412&include=points")
                                .then(),
                        400,
                        "/v1/retry-storms")
                .body(
                        "errors.detail",
                        contains(
                                "The query parameter include is there more than once. Which one is meant?",
                                "The query parameter block_status must be a status of 400 to 499 that means nothing else"
                                        + " here, such as 409, 412, 417, 424, but is \"200\".",
                                "The query parameter block-status is not known here. Maybe one of [block_status, include]?",
                                "The header Idempotency-Key must be one key of 1 to 255 visible ASCII characters, without"
                                        + " spaces. Maybe a UUID?",
                                "must be an array, but is 5."))
                .body("errors.pointer", contains("", "", "", "", "/points"));
    }

    @Test
    void whatIsWrongBesideTheFileOfAnImportIsToldBeforeItIsRead() {
        isProblem(
                        given().contentType("text/plain")
                                .header("Idempotency-Key", "a b")
                                .body("no result of any tool")
                                .post("/v1/load-gate/imports?block_status=200&field=")
                                .then(),
                        400,
                        "/v1/load-gate/imports")
                .body(
                        "errors.detail",
                        contains(
                                startsWith("The query parameter field is empty."),
                                startsWith("The query parameter block_status must be a status of 400 to 499 "),
                                startsWith("The header Idempotency-Key must be one key ")));
    }

    @Test
    void aParameterThatIsThereTwiceIsRefused() {
        isProblem(
                        given().contentType("application/json")
                                .body("{\"files\": {}}")
                                .post("/v1/decisions/x/replay?ruleset=active&ruleset=active")
                                .then(),
                        400,
                        "/v1/decisions/x/replay")
                .body("errors.detail", hasItem(containsString("ruleset is there more than once")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void healthAndMetricsHaveNoQuery(String path) {
        isProblem(given().get(path + "?verbose=1").then(), 400, path)
                .body("type", endsWith("invalid-request"))
                .body("detail", equalTo("This path has no query parameters, but the query is \"verbose=1\"."));
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/load-gate/imports",
                "/v1/load-gate/imports/k6",
                "/v1/retry-storms/imports",
                "/v1/capacity/imports",
                "/v1/decisions/x/replay",
                "/v1/decisions/latest",
                "/v1/rulesets/validation"
            })
    void anUnknownQueryParameterIsRefusedWhereOneSends(String path) {
        isProblem(
                        given().contentType("application/json")
                                .body("{}")
                                .post(path + "?no-such=1")
                                .then(),
                        400,
                        path)
                .body("errors.detail", hasItem(containsString("no-such is not known here")));
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
                "/v1/decisions/x",
                "/v1/rulesets/x",
                "/v1/rulesets/x/difference",
                "/v1/rules/x/history",
                "/v1/audit/events",
                "/v1/audit/records",
                "/v1/audit/verification"
            })
    void anUnknownQueryParameterIsRefusedWhereOneReads(String path) {
        isProblem(given().get(path + "?no-such=1").then(), 400, path)
                .body("errors.detail", hasItem(containsString("no-such is not known here")));
    }
}
