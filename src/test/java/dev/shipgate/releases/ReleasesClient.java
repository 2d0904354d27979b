package dev.shipgate.releases;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.Json;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** Has releases of a small service judged, and marks them. */
final class ReleasesClient {

    static final String SHIPPED = "/v1/releases/shipped";

    /** The store may have releases of an earlier run. */
    private static final String RUN = UUID.randomUUID().toString();

    private ReleasesClient() {}

    /** The name of a service of this run alone. */
    static String service(String name) {
        return name + "-" + RUN;
    }

    /** A request that ships whenever its latency is 250 ms or less. */
    static String request(String service, String version, int p95Ms) {
        return """
                {"service":"%s","environment":"staging","version":"%s",
                 "routes":{"find":{"p95_ms":%d,"error_rate":0.001,"cost_per_success":0.001,"task_success_delta":0.5,
                                   "samples":1000,"ttft_p95_ms":80.5}},
                 "budgets":{"find":{"p95_ms":250,"error_rate":0.01,"cost_per_success":0.002}}}""".formatted(service(service), version, p95Ms);
    }

    static JsonNode decide(String path, String body) {
        return Json.json(given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** The id of a decision on such a request. */
    static String decide(String service, String version, int p95Ms) {
        return decide("/v1/load-gate", request(service, version, p95Ms))
                .path("decision_id")
                .asText();
    }

    static ValidatableResponse mark(String decision) {
        return markBody("{\"decision_id\":\"" + decision + "\"}");
    }

    static ValidatableResponse markBody(String body) {
        return given().contentType("application/json").body(body).post(SHIPPED).then();
    }

    static ValidatableResponse shipped(String query) {
        return given().get(SHIPPED + query).then();
    }

    /** The facts of the releases before it that a decision was told, as its record has them. */
    static JsonNode toldOf(String decision) {
        return Json.json(given().get("/v1/decisions/" + decision).asString())
                .path("context")
                .path("shipped");
    }
}
