package dev.shipgate.waivers;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Callers with a key of one role each, about a service of their own, so that no waiver of another test counts. */
abstract class WaiverCallers {

    static final String GATE = "/v1/load-gate";
    static final String WAIVERS = "/v1/waivers";

    final String service = "waived-" + UUID.randomUUID();

    final String slow = request("\"p95_ms\":900,\"error_rate\":0.001");

    String request(String metrics) {
        return """
                {"service":"%s","environment":"production","version":"1.0.0",
                 "routes":{"find":{%s,"cost_per_success":0.01,"task_success_delta":0}},
                 "budgets":{"find":{"p95_ms":800,"error_rate":0.01,"cost_per_success":0.05}}}""".formatted(service, metrics);
    }

    static Instant inAnHour() {
        return Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }

    String waiver(String more) {
        return "{\"service\":\"%s\",\"reason\":\"latency\",\"until\":\"%s\",\"justification\":\"Agreed with sales.\"%s}"
                .formatted(service, inAnHour(), more);
    }

    static Response as(String role, String method, String path, String body) {
        return Keys.with(Keys.text(role))
                .contentType("application/json")
                .body(body)
                .request(method, path);
    }

    static Response get(String path) {
        return Keys.with(Keys.text(Roles.AUDIT)).get(path);
    }

    JsonNode decide(String body) {
        Response answer = as(Roles.EVALUATE, "POST", GATE, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer.asString());
    }

    String grant(String more) {
        Response granted = as(Roles.WAIVE, "POST", WAIVERS, waiver(more));
        assertThat(granted.statusCode()).as(granted.asString()).isEqualTo(201);
        String id = granted.jsonPath().getString("waiver_id");
        assertThat(granted.header("Location")).endsWith(WAIVERS + "/" + id);
        return id;
    }

    List<String> events(String kind) {
        return get("/v1/audit/events?kind=" + kind + "&limit=500").jsonPath().getList("events.waiver_id");
    }
}
