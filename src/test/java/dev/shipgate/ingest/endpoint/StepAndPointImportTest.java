package dev.shipgate.ingest.endpoint;

import static dev.shipgate.http.ProblemClient.isProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StepAndPointImportTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    private static ValidatableResponse post(String path, String sample) throws IOException {
        return given().contentType("text/csv")
                .body(Files.readAllBytes(SAMPLES.resolve(sample)))
                .post(path)
                .then();
    }

    @Test
    void aTableOfStepsSaysHowMuchIsSupported() throws IOException {
        given().multiPart(
                        "file",
                        SAMPLES.resolve("step-load/loopback-wrk-steps.csv").toFile())
                .multiPart("request", "{\"p95_budget_ms\": 50, \"error_budget\": 0.01}")
                .post("/v1/capacity/imports?service=loopback")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("supported"))
                .body("max_supported_concurrency", equalTo(32))
                .body("first_failing_concurrency", equalTo(48));
    }

    @Test
    void theHistoryOfLocustHasSteps() throws IOException {
        given().multiPart(
                        "file",
                        SAMPLES.resolve("locust/stepped_stats_history.csv").toFile())
                .multiPart("request", "{\"p95_budget_ms\": 30, \"error_budget\": 0.01, \"sustained_steps\": 1}")
                .post("/v1/capacity/imports/locust?service=loopback")
                .then()
                .statusCode(200)
                .body("steps.concurrency", equalTo(List.of(4, 8, 40)))
                .body("max_supported_concurrency", equalTo(4));
    }

    @Test
    void aRunIsCutIntoStepsOnlyOfAKnownLength() throws IOException {
        String path = "/v1/capacity/imports/gatling";
        isProblem(post(path, "gatling/3.11.5/simulation.log"), 400, path)
                .body("detail", startsWith("How long is a step? Say it with step_seconds="));
    }

    @Test
    void stormsAreFoundInATableAndAFlashCrowdIsNone() throws IOException {
        post("/v1/retry-storms/imports?service=loopback", "retry-storm/retry_storm.csv")
                .statusCode(200)
                .body("windows", hasSize(1));
        post("/v1/retry-storms/imports/csv?service=loopback", "retry-storm/flash_crowd.csv")
                .statusCode(200)
                .body("alerts", hasSize(0));
    }

    @Test
    void theAnswerHasEveryPointOfATableWhereAsked() throws IOException {
        post("/v1/retry-storms/imports?service=loopback&include=points", "retry-storm/flash_crowd.csv")
                .statusCode(200)
                .body("points[0].storm", equalTo(false));
        isProblem(
                post("/v1/capacity/imports?include=points", "step-load/loopback-wrk-steps.csv"),
                400,
                "/v1/capacity/imports");
    }

    @Test
    void whatIsNoTrafficIsRefused() throws IOException {
        String path = "/v1/retry-storms/imports";
        isProblem(post(path, "step-load/loopback-wrk-steps.csv"), 400, path)
                .body("detail", startsWith("This is a table of steps: give it to shipgate capacity"));
    }
}
