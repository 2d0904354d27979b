package dev.shipgate.audit.http;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.gate;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LatestDecisionResourceTest {

    private static final String LATEST = "/v1/decisions/latest";

    private static String release(String version) {
        return LATEST + "?kind=load_gate&service=latest&environment=staging&version=" + version;
    }

    private static String decide(String version, int p95Ms) {
        return gate("{\"service\":\"latest\",\"environment\":\"staging\",\"version\":\"" + version
                        + "\",\"routes\":{\"find\":{\"p95_ms\":" + p95Ms
                        + ",\"error_rate\":0,\"cost_per_success\":0,\"task_success_delta\":0}},"
                        + "\"budgets\":{\"find\":{\"p95_ms\":250,\"error_rate\":0.01,\"cost_per_success\":0.002}}}")
                .statusCode(200)
                .extract()
                .path("decision_id");
    }

    @Test
    void theNewestDecisionOnAReleaseCounts() {
        decide("1", 100);
        String blocked = decide("1", 300);
        given().get(release("1"))
                .then()
                .statusCode(200)
                .body("decision_id", equalTo(blocked))
                .body("verdict", equalTo("block"));
        String passed = decide("1", 100);
        given().get(release("1"))
                .then()
                .statusCode(200)
                .body("decision_id", equalTo(passed))
                .body("verdict", equalTo("pass"));
    }

    @Test
    void aWebhookIsAnsweredByTheStatusWhateverItsBody() {
        decide("2", 300);
        given().contentType("application/json")
                .body("{\"name\":\"podinfo\",\"phase\":\"Progressing\",\"metadata\":{}}")
                .post(release("2") + "&block_status=412")
                .then()
                .statusCode(412)
                .body("verdict", equalTo("block"));
        decide("2", 100);
        given().contentType("application/json")
                .body("[]")
                .post(release("2") + "&block_status=412")
                .then()
                .statusCode(200);
    }

    @Test
    void ofAnotherVersionNothingIsKnown() {
        decide("3", 100);
        isProblem(given().get(release("4")).then(), 404, LATEST)
                .body("detail", startsWith("Nothing was decided on this release"));
    }

    @Test
    void aReleaseIsNamedInFull() {
        isProblem(given().get(LATEST + "?service=latest").then(), 400, LATEST)
                .body("errors.detail.toString()", containsString("The query parameter environment is missing."))
                .body("errors.detail.toString()", containsString("The query parameter kind is missing."))
                .body("errors.detail.toString()", containsString("The query parameter version is missing."));
        isProblem(given().get(release("1") + "&block_status=200").then(), 400, LATEST);
        isProblem(given().get(release("1") + "&block_status=409").then(), 400, LATEST)
                .body("detail", containsString("such as 412, 417, 424, but is \"409\""));
        isProblem(
                        given().get(LATEST + "?kind=load_gate&service=latest&environment=&version=1")
                                .then(),
                        400,
                        LATEST)
                .body("detail", containsString("environment is empty. Give it a value."));
        isProblem(given().get(release("1") + "&max_age_seconds=0").then(), 400, LATEST);
    }
}
