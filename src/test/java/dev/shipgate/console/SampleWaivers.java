package dev.shipgate.console;

import static dev.shipgate.testing.Json.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.access.Keys;
import dev.shipgate.access.Roles;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Waivers of latency that tests of pages have granted over the API, and decisions that need them. */
public final class SampleWaivers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleWaivers() {}

    /** Grants one that lasts for an hour, and gives its id. */
    public static String grant(String service, Map<String, String> more) {
        ObjectNode waiver = JSON.createObjectNode()
                .put("service", service)
                .put("reason", "latency")
                .put("until", Instant.now().plus(1, ChronoUnit.HOURS).toString())
                .put("justification", "Agreed with sales.");
        more.forEach(waiver::put);
        Response granted = send("POST", "/v1/waivers", waiver);
        granted.then().statusCode(201);
        return json(granted.asString()).path("waiver_id").asText();
    }

    public static void revoke(String id, String message) {
        send("DELETE", "/v1/waivers/" + id, JSON.createObjectNode().put("message", message))
                .then()
                .statusCode(200);
    }

    private static Response send(String method, String path, ObjectNode body) {
        return Keys.with(Keys.text(Roles.WAIVE))
                .contentType("application/json")
                .body(body.toString())
                .request(method, path);
    }

    /** A release that needs a waiver of latency; gives the id of its decision. */
    public static String slowRelease(String service, String version) {
        return SampleDecisions.decide(
                Keys.with(Keys.text(Roles.EVALUATE)), "load-gate", """
                {"service":"%s","environment":"production","version":"%s",
                 "routes":{"find":{"p95_ms":900,"error_rate":0.001,"cost_per_success":0.01,"task_success_delta":0}},
                 "budgets":{"find":{"p95_ms":800,"error_rate":0.01,"cost_per_success":0.05}}}""".formatted(service, version));
    }
}
