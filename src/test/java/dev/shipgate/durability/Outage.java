package dev.shipgate.durability;

import static dev.shipgate.testing.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.loadgate.GateClient;
import dev.shipgate.testing.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The answers that a caller and an operator see while the store cannot be written, and when it can be again. */
final class Outage {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LASTING = Duration.ofSeconds(2);
    private static final String REQUEST = GateClient.bookTable(GateClient.WITHIN_BUDGET);

    private Outage() {}

    /** Waits until the service is not ready, which its audit check says, and refuses to decide. */
    static void awaitRefusal(ServiceProcess service) throws IOException, InterruptedException {
        // For longer than it takes to open a store again.
        await("not ready").during(LASTING).atMost(SOON).until(() -> service.ready() == 503);
        assertThat(audit(service.readiness()).get("status").asText()).isEqualTo("DOWN");
        assertRefuses(service);
    }

    static void assertRefuses(ServiceProcess service) throws IOException, InterruptedException {
        assertRefused(service.post("/v1/load-gate", REQUEST, Map.of()));
        assertRefused(service.post("/v1/load-gate", REQUEST, Map.of("Idempotency-Key", "refused")));
    }

    /** Nor does it say that there is none, which would be another answer. */
    static void assertSaysNothingOfTheLatestDecision(ServiceProcess service) throws IOException, InterruptedException {
        String latest = "/v1/decisions/latest?kind=load_gate&service=voice-agent&environment=staging&version=1";
        assertUnavailable(service.post(latest, "{}", Map.of()), "audit-unreadable");
        assertThat(service.status(latest)).isEqualTo(503);
    }

    private static void assertRefused(HttpResponse<byte[]> response) {
        assertUnavailable(response, "not-recorded");
    }

    private static void assertUnavailable(HttpResponse<byte[]> response, String type) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(503);
        assertThat(json(body).get("type").asText()).isEqualTo("urn:shipgate:problem:" + type);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
    }

    private static JsonNode audit(JsonNode readiness) {
        for (JsonNode check : readiness.get("checks")) {
            if (check.get("name").asText().equals("audit")) {
                return check;
            }
        }
        throw new AssertionError("No audit check in " + readiness);
    }

    /** Waits until the service is ready by itself, and has it decide. */
    static void awaitRecovery(ServiceProcess service, Acknowledged acknowledged)
            throws IOException, InterruptedException {
        await("ready").atMost(SOON).until(() -> service.ready() == 200);
        decide(service, acknowledged);
    }

    /** Has one decision made. */
    static void decide(ServiceProcess service, Acknowledged acknowledged) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = service.post("/v1/load-gate", REQUEST, Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        acknowledged.add(null, response.body());
    }

    /** Waits until a load has got some more answers. */
    static void awaitAnswers(Load load, int more) {
        long before = load.answered();
        await("answers").atMost(SOON).until(() -> load.answered() >= before + more);
    }
}
