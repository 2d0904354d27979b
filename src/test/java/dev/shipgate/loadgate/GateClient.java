package dev.shipgate.loadgate;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;

/** Asks the running service for load gates. */
public final class GateClient {

    /** A route that is inside every budget of {@code book_table}, in production and staging. */
    public static final String WITHIN_BUDGET = route(640, 0.004, 0.041, 0.01);

    private GateClient() {}

    public static ValidatableResponse gate(String body) {
        return post("/v1/load-gate", body);
    }

    public static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    /** The route {@code book_table} alone, in staging, with the other routes' budgets out of the way. */
    public static String bookTable(String metrics) {
        return voiceAgent("\"book_table\":" + metrics);
    }

    /** A release of the voice agent to staging, of which these routes were measured. */
    public static String voiceAgent(String routes) {
        return "{\"service\":\"voice-agent\",\"environment\":\"staging\",\"routes\":{" + routes + "}}";
    }

    /** A service of which the policy knows nothing, so that only the caller's budget counts. */
    public static String onlyCaller(String metrics, String budget) {
        return "{\"service\":\"search\",\"routes\":{\"find\":" + metrics + "},\"budgets\":{\"find\":" + budget + "}}";
    }

    public static String route(double p95Ms, double errorRate, double costPerSuccess, double taskSuccessDelta) {
        return "{\"p95_ms\":" + p95Ms + ",\"error_rate\":" + errorRate + ",\"cost_per_success\":" + costPerSuccess
                + ",\"task_success_delta\":" + taskSuccessDelta + "}";
    }

    public static String budget(double p95Ms, double errorRate, double costPerSuccess, double minGain) {
        return "{\"p95_ms\":" + p95Ms + ",\"error_rate\":" + errorRate + ",\"cost_per_success\":" + costPerSuccess
                + ",\"min_gain_for_cost_overrun\":" + minGain + "}";
    }

    /** All five routes of the voice agent, each inside its budget in production and staging. */
    public static String allFiveRoutes() {
        return """
                "book_table":{"p95_ms":640,"error_rate":0.004,"cost_per_success":0.041,"task_success_delta":0.01},
                "cancel_booking":{"p95_ms":600,"error_rate":0.005,"cost_per_success":0.03,"task_success_delta":0},
                "opening_hours":{"p95_ms":400,"error_rate":0.001,"cost_per_success":0.01,"task_success_delta":0},
                "small_talk":{"p95_ms":500,"error_rate":0.01,"cost_per_success":0.01,"task_success_delta":0},
                "transfer_to_human":{"p95_ms":1200,"error_rate":0.001,"cost_per_success":0.07,"task_success_delta":0}""";
    }
}
