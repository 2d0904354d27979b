package dev.shipgate.durability;

import static dev.shipgate.testing.Json.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.ServiceProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ships one slow release after the other: it is blocked, a waiver is granted, it passes by that, and then mostly is
 * marked and now and then loses its waiver. Whoever is not answered tries the same again, also after a restart, but for
 * a grant. So each answer shows too what the service knows of the answers before it. For one thread at a time.
 */
final class Operator implements Load.Client {

    /** The name by which the service knows who grants waivers. */
    static final String NAME = "key:waive";

    static final String MESSAGE = "The index is there.";

    private static final String WAIVERS = "/v1/waivers";

    /** Of all operators, so that no waiver and no mark is of another one's release. */
    private static final AtomicLong RELEASES = new AtomicLong();

    private enum Step {
        IS_BLOCKED,
        GRANT,
        PASSES,
        MARK,
        REVOKE,
        IS_BLOCKED_AGAIN
    }

    private final ServiceProcess service;
    private final Map<String, String> waiveKey;
    private final Acknowledged decisions;
    private final AcknowledgedEvents events;
    private final Random random;
    private Step step = Step.IS_BLOCKED;
    private boolean isTriedAgain;
    private String release = nextRelease();
    private String waiver = "";
    private String decision = "";

    /** @param waiveKey grants and revokes, and does not ask for verdicts */
    Operator(
            ServiceProcess service, String waiveKey, Acknowledged decisions, AcknowledgedEvents events, Random random) {
        this.service = service;
        this.waiveKey = Map.of("Authorization", "Bearer " + waiveKey);
        this.decisions = decisions;
        this.events = events;
        this.random = random;
    }

    static List<Operator> several(
            int count,
            ServiceProcess service,
            String waiveKey,
            Acknowledged decisions,
            AcknowledgedEvents events,
            Random random) {
        List<Operator> operators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operators.add(new Operator(service, waiveKey, decisions, events, new Random(random.nextLong())));
        }
        return operators;
    }

    private static String nextRelease() {
        return "search-" + RELEASES.incrementAndGet();
    }

    /** Does the next step, and stays at it when it is not answered. */
    @Override
    public void ask() throws InterruptedException {
        try {
            Step next = switch (step) {
                case IS_BLOCKED -> isBlocked(Step.GRANT);
                case GRANT -> grant();
                case PASSES -> passes();
                case MARK -> mark();
                case REVOKE -> revoke();
                case IS_BLOCKED_AGAIN -> isBlocked(Step.IS_BLOCKED);
            };
            isTriedAgain = false;
            if (next == Step.IS_BLOCKED) {
                release = nextRelease();
            }
            step = next;
        } catch (ConnectException e) {
            // Nobody was asked: the service is not there.
            Thread.sleep(Load.PAUSE_MILLIS);
        } catch (IOException e) {
            noteUnanswered();
            Thread.sleep(Load.PAUSE_MILLIS);
        }
    }

    private void noteUnanswered() {
        isTriedAgain = step != Step.GRANT;
        switch (step) {
            case GRANT -> {
                // The waiver may be there, and a second one would outlive the revocation of the first.
                events.grantNotAnswered();
                release = nextRelease();
                step = Step.IS_BLOCKED;
            }
            case REVOKE -> events.maybeRevoked(waiver);
            case MARK -> events.markNotAnswered();
            default -> {
                // To ask again does no harm.
            }
        }
    }

    private Step isBlocked(Step next) throws IOException, InterruptedException {
        JsonNode answer = decide();
        expect(answer.path("verdict").asText().equals("block"), answer);
        return next;
    }

    private Step passes() throws IOException, InterruptedException {
        JsonNode answer = decide();
        expect(answer.path("verdict").asText().equals("pass"), answer);
        expect(answer.at("/waived/0/waiver_id").asText().equals(waiver), answer);
        events.used(waiver);
        decision = answer.path("decision_id").asText();
        return random.nextInt(4) == 0 ? Step.REVOKE : Step.MARK;
    }

    private JsonNode decide() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = service.post("/v1/load-gate", """
                {"service":"%s","environment":"production","version":"1",
                 "routes":{"find":{"p95_ms":900,"error_rate":0.001,"cost_per_success":0.01,"task_success_delta":0}},
                 "budgets":{"find":{"p95_ms":800,"error_rate":0.01,"cost_per_success":0.05}}}""".formatted(release), Map.of());
        JsonNode answer = read(response);
        if (response.statusCode() == 200) {
            decisions.add(null, response.body());
        }
        return answer;
    }

    private Step grant() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        HttpResponse<byte[]> response = service.post(WAIVERS, """
                {"service":"%s","reason":"latency","until":"%s","justification":"Agreed with sales."}""".formatted(release, until), waiveKey);
        JsonNode answer = read(response);
        expect(response.statusCode() == 201, answer);
        waiver = answer.path("waiver_id").asText();
        events.granted(waiver);
        return Step.PASSES;
    }

    private Step mark() throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                service.post("/v1/releases/shipped", "{\"decision_id\":\"" + decision + "\"}", Map.of());
        JsonNode answer = read(response);
        expect(response.statusCode() == 201 || (isTriedAgain && response.statusCode() == 200), answer);
        expect(answer.path("decision_id").asText().equals(decision), answer);
        events.marked(decision);
        return random.nextInt(3) == 0 ? Step.REVOKE : Step.IS_BLOCKED;
    }

    /** An answer that did not arrive may have been that it is revoked: then it cannot be revoked again. */
    private Step revoke() throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                service.send("DELETE", WAIVERS + "/" + waiver, "{\"message\":\"" + MESSAGE + "\"}", waiveKey);
        JsonNode answer = read(response);
        boolean wasBefore = isTriedAgain
                && response.statusCode() == 409
                && answer.path("type").asText().endsWith("waiver-not-valid");
        expect(wasBefore || response.statusCode() == 200, answer);
        events.revoked(waiver);
        return Step.IS_BLOCKED_AGAIN;
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        return json(new String(response.body(), StandardCharsets.UTF_8));
    }

    private void expect(boolean right, JsonNode answer) {
        if (!right) {
            events.wrong(step + (isTriedAgain ? " again: " : ": ") + answer);
        }
    }
}
