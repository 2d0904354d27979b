package dev.shipgate.decision;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.WITHIN_BUDGET;
import static dev.shipgate.loadgate.GateClient.budget;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.onlyCaller;
import static dev.shipgate.loadgate.GateClient.post;
import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NoRulesetTest.EmptyFolder.class)
class NoRulesetTest {

    private static final Path FOLDER = Path.of("target", "empty-rules").toAbsolutePath();
    private static final Path RULES = FOLDER.resolve("load-gate/rules.drl");

    /** Starts the service on a folder without rules. */
    public static final class EmptyFolder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.createDirectories(FOLDER);
                Files.deleteIfExists(RULES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("shipgate.rules.dir", FOLDER.toString());
        }
    }

    @Test
    void withoutRulesItIsUpButNotReadyAndHealsWhenRulesAppear() throws IOException {
        get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.name == 'ruleset' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'ruleset' }.data.state", equalTo("NO_RULESET"));
        get("/v1/rulesets/active")
                .then()
                .statusCode(200)
                .body("version", nullValue())
                .body("rules", empty())
                .body("attempted.outcome", equalTo("refused"))
                .body("attempted.diagnostics[0].code", equalTo("no-rules"));
        Map<String, String> requests = Map.of(
                "/v1/load-gate", "{}",
                "/v1/retry-storms", "{\"points\":[]}",
                "/v1/capacity", "{\"steps\":[]}",
                "/v1/release-readiness", "{}");
        requests.forEach((path, body) -> isProblem(post(path, body), 503, path)
                .header("Retry-After", "5")
                .body("type", endsWith("no-active-ruleset"))
                .body("detail", containsString("/v1/rulesets/active")));
        // An error in a request is said without any rules.
        isProblem(gate("{\"rotes\":{}}"), 400, "/v1/load-gate");

        Files.createDirectories(RULES.getParent());
        Files.writeString(RULES, "package shipgate.loadgate\nrule \"broken\" when");
        awaitAttempted("attempted.diagnostics[0].file", "load-gate/rules.drl");
        isProblem(gate("{}"), 503, "/v1/load-gate");

        Files.writeString(RULES, """
                package shipgate.loadgate
                import dev.shipgate.loadgate.*
                rule "every route is quick enough" when RouteMetrics($route : route) then
                    insert(Check.pass($route, "latency", 1, 1, "policy"));
                end
                """);
        awaitAttempted("attempted.outcome", "activated");
        get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        gate(onlyCaller(WITHIN_BUDGET, budget(800, 0.01, 0.05, 0.02)))
                .statusCode(200)
                .body("ship", equalTo(false))
                .body("checks.outcome", equalTo(List.of("pass", "not_evaluated", "not_evaluated")))
                .body("failures.reason", equalTo(List.of("not_evaluated", "not_evaluated")));
    }

    private static void awaitAttempted(String field, String value) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> value.equals(get("/v1/rulesets/active").path(field)));
    }
}
