package dev.shipgate.console;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Decisions that tests of pages have made over the API, as tools do. */
public final class SampleDecisions {

    private SampleDecisions() {}

    /** A load gate of the voice agent, whose route {@code book_table} has a limit of 800 ms in production. */
    public static String voiceAgent(RequestSpecification request, String version, int bookTableP95Ms) {
        return decide(request, "load-gate", """
                {"service": "voice-agent", "environment": "production", "version": "%s", "routes": {
                  "book_table": {"p95_ms": %d, "error_rate": 0.004, "cost_per_success": 0.041, "task_success_delta": 0.01},
                  "cancel_booking": {"p95_ms": 610, "error_rate": 0.003, "cost_per_success": 0.032, "task_success_delta": 0},
                  "opening_hours": {"p95_ms": 340, "error_rate": 0.001, "cost_per_success": 0.011, "task_success_delta": 0},
                  "small_talk": {"p95_ms": 480, "error_rate": 0.008, "cost_per_success": 0.017, "task_success_delta": 0.02},
                  "transfer_to_human": {"p95_ms": 1240, "error_rate": 0.001, "cost_per_success": 0.074, "task_success_delta": 0}}}
                """.formatted(version, bookTableP95Ms));
    }

    public static String voiceAgent(String version, int bookTableP95Ms) {
        return voiceAgent(given(), version, bookTableP95Ms);
    }

    /** Sends a request, and gives the id of its decision. */
    public static String decide(RequestSpecification request, String path, String body) {
        return request.contentType("application/json")
                .body(body)
                .post("/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .path("decision_id");
    }
}
