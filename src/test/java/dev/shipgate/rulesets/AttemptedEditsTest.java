package dev.shipgate.rulesets;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.live.RulesetLoader;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.Logged;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report of an edit, in the log and in {@code attempted}, before and after it takes effect. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class AttemptedEditsTest {

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void whatMayBeAMistakeIsInTheLogAndInTheAnswer() {
        String message =
                "load-gate/percent.drl:4:14: errorRate is a number between 0 and 1, so errorRate > 5 never holds."
                        + " Maybe 0.05? [in rule \"too many errors\"]";
        String text = """
                package shipgate.loadgate
                import dev.shipgate.loadgate.RouteMetrics
                rule "too many errors" @owner("sre") when
                RouteMetrics(errorRate > 5) then insert(new dev.shipgate.loadgate.Failure(null, "a", "b")); end
                """;
        List<String> log;
        try (Logged logged = Logged.by(RulesetLoader.class)) {
            LiveRules.save("load-gate/percent.drl", text);
            get("/v1/rulesets/active")
                    .then()
                    .body("attempted.outcome", equalTo("activated"))
                    .body("attempted.diagnostics.code", hasItem("out-of-range"));
            LiveRules.save("load-gate/percent.drl", text.replace(" then insert", " Nope() then insert"));
            LiveRules.save("load-gate/percent.drl", text);
            log = logged.entries();
        }

        assertThat(log.stream().filter(entry -> entry.contains("warning: " + message)))
                .as("activated, refused for something else, and taken back")
                .extracting(entry -> entry.substring(0, entry.indexOf(' ')))
                .containsExactly("WARN", "ERROR", "WARN");
    }

    @Test
    void anEditIsPendingWhileItsTestsRun() {
        LiveRules.write("load-gate/slow.test.yaml", """
                tests:
                  - name: a rule that takes its time
                    evaluation: load_gate
                    request: {service: slow}
                    expect: {verdict: pass}
                """);
        LiveRules.write("load-gate/slow.drl", """
                package shipgate.loadgate
                import dev.shipgate.decision.Release
                rule "slow" @owner("sre") when Release(service == "slow") then
                    for (long i = 0; i < 100000000L; i++) { }
                end
                """);
        String version = TestRules.versionOf(LiveRules.folder());

        awaitOutcome(version, "pending");
        awaitOutcome(version, "refused");
    }

    private static void awaitOutcome(String version, String outcome) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    JsonNode attempted = LiveRules.attempted();
                    return version.equals(attempted.path("version").asText())
                            && outcome.equals(attempted.path("outcome").asText());
                });
    }
}
