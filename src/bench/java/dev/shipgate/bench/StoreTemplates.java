package dev.shipgate.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Real decisions of a running service, which a large store repeats under other names and at other times. */
final class StoreTemplates {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOAD_GATES = 40;
    private static final int OTHERS_OF_EACH = 8;
    private static final int ROUTES = 60;

    /**
     * A recorded decision.
     *
     * @param head the fields that its line has before the request
     * @param rest the line from there on, without the field that says where it stands in a chain
     */
    record Template(ObjectNode head, String rest) {}

    private final Random random;

    StoreTemplates(long seed) {
        this.random = new Random(seed);
    }

    List<Template> of(PackagedService service) throws IOException, InterruptedException {
        List<Template> templates = new ArrayList<>();
        for (int i = 0; i < LOAD_GATES; i++) {
            templates.add(decide(service, "/v1/load-gate", loadGate()));
        }
        for (int i = 0; i < OTHERS_OF_EACH; i++) {
            templates.add(decide(service, "/v1/retry-storms", "{" + points() + "}"));
            templates.add(decide(service, "/v1/capacity", "{\"p95_budget_ms\":800,\"error_budget\":0.01," + steps() + "}"));
            templates.add(decide(
                    service, "/v1/release-readiness", "{\"load_gate\":" + loadGate() + ",\"retry_storms\":{" + points() + "}}"));
        }
        return templates;
    }

    private String loadGate() {
        StringBuilder routes = new StringBuilder();
        StringBuilder budgets = new StringBuilder();
        int first = random.nextInt(ROUTES);
        for (int i = 0; i <= random.nextInt(3, 12); i++) {
            String name = "\"route_" + (first + i) % ROUTES + "\":";
            routes.append(i == 0 ? "" : ",").append(name).append("{\"p95_ms\":").append(random.nextInt(300, 900))
                    .append(",\"error_rate\":0.00").append(random.nextInt(1, 10)).append(",\"cost_per_success\":0.0")
                    .append(random.nextInt(10, 60)).append(",\"task_success_delta\":0.01}");
            budgets.append(i == 0 ? "" : ",").append(name)
                    .append("{\"p95_ms\":850,\"error_rate\":0.009,\"cost_per_success\":0.058}");
        }
        return "{\"routes\":{" + routes + "},\"budgets\":{" + budgets + "}}";
    }

    private String points() {
        StringBuilder points = new StringBuilder();
        for (int minute = 0; minute < 30; minute++) {
            points.append(minute == 0 ? "" : ",").append("{\"minute\":").append(minute)
                    .append(",\"user_turns\":100,\"service_attempts\":").append(random.nextInt(100, 190))
                    .append(",\"dependency_error_rate\":0.0").append(random.nextInt(1, 9)).append('}');
        }
        return "\"points\":[" + points + "]";
    }

    private String steps() {
        StringBuilder steps = new StringBuilder();
        for (int step = 1; step <= 8; step++) {
            steps.append(step == 1 ? "" : ",").append("{\"concurrency\":").append(step * 50).append(",\"p95_ms\":")
                    .append(step * 100 + random.nextInt(100)).append(",\"error_rate\":0.001}");
        }
        return "\"steps\":[" + steps + "]";
    }

    private static Template decide(PackagedService service, String path, String body)
            throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(
                service.post(path, body.getBytes(StandardCharsets.UTF_8)).body());
        String line = new String(
                service.get("/v1/decisions/" + answer.path("decision_id").asText()), StandardCharsets.UTF_8);
        int request = line.indexOf(",\"request\":");
        return new Template(head(line.substring(0, request)), line.substring(request, line.lastIndexOf(",\"chain\":")));
    }

    private static ObjectNode head(String text) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(text + "}");
    }
}
