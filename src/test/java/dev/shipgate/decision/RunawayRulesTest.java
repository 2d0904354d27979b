package dev.shipgate.decision;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.allFiveRoutes;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.post;
import static dev.shipgate.loadgate.GateClient.voiceAgent;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.Logged;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that throw or never end are an error and never a verdict, and the service goes on. */
@QuarkusTest
@TestProfile(RunawayRulesTest.TightLimits.class)
class RunawayRulesTest {

    /** Long enough for rules that throw at once, on a machine that is busy with something else. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** The longest that rules with that limit may take on such a machine. */
    private static final Duration LONGEST_EVALUATION = Duration.ofSeconds(10);

    /** The default of {@code shipgate.audit.commit-timeout}: a record that waits longer is refused. */
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(10);

    private static final String COMPLETE = voiceAgent(allFiveRoutes());
    private static final String HEAD = """
            package shipgate.loadgate
            import dev.shipgate.decision.Release
            import dev.shipgate.loadgate.*
            """;

    /** Live rules that may fire 1,000 times and run for two seconds. */
    public static final class TightLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>(new LiveRules.Profile().getConfigOverrides());
            config.put("shipgate.evaluation.max-firings", "1000");
            config.put("shipgate.evaluation.max-duration", LIMIT.toMillis() + "ms");
            return config;
        }
    }

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @AfterEach
    void theServiceAnswersAsBefore() {
        LiveRules.reset();
        for (int i = 0; i < 20; i++) {
            gate(COMPLETE).statusCode(200).body("ship", equalTo(true));
        }
    }

    @Test
    void aRuleThatThrowsFailsTheEvaluation() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "divides by nothing" when $release : Release() then
                    int nothing = $release.labels().size();
                    insert(new Warning(null, "half", "" + 1 / nothing));
                end
                """);
        fails("rule_failed", "divides by nothing");
    }

    @Test
    void aLimitThatCannotBeMeantFailsTheEvaluationAndSaysWhy() {
        LiveRules.edit("load-gate/budgets.drl", "errorRate(0.01)", "errorRate(1.5)");

        fails(
                "rule_failed",
                "The errorRate of a budget (1.5) must be a number between 0 and 1. Maybe it is a percentage?");
    }

    @Test
    void aConditionThatThrowsFailsTheEvaluation() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "reads a label that is not there" when Release(labels["track"].length() > 3) then
                    insert(new Warning(null, "long", "A long track."));
                end
                """);
        fails("rule_failed", "The rules failed in a condition of \"reads a label that is not there\".");
        post("/v1/load-gate", COMPLETE)
                .statusCode(500)
                .body("failed.rule", equalTo("reads a label that is not there"))
                .body("failed.file", equalTo("load-gate/own.drl"))
                .body("failed.line", equalTo(4))
                .body("failed.part", equalTo("condition"))
                .body("failed.text", equalTo("labels[\"track\"].length() > 3"))
                .body("failed.cause", equalTo("A value is null."));
    }

    @Test
    void theLogSaysOnceAndInOneLineWhyRulesFailedAndQuotesNoValue() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "reads a number" when RouteMetrics(route == "book_table", $p95 : p95Ms) then
                    insert(Check.pass("book_table", "own", $p95, 1, "policy"));
                end
                """);
        List<String> log;
        try (Logged logged = Logged.by(Evaluator.class)) {
            fails("rule_failed", "640 is not within the limit of 1");
            log = logged.entries();
        }

        assertThat(log)
                .singleElement(as(STRING))
                .matches(
                        "ERROR Decision [0-9a-f-]{36}: The rules failed; the last rule to fire was \"reads a number\"\\."
                                + " At load-gate/own\\.drl:4: the consequence of \"reads a number\": A finding cannot be true\\.");
    }

    @Test
    void aFindingWithoutAReasonIsTheFailureOfItsRule() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "has nothing to say" when Release() then
                    insert(new Failure("book_table", null, null));
                end
                """);
        fails("rule_failed", "has nothing to say");
    }

    @Test
    void rulesThatInsertForOneAnotherForeverHitTheFiringLimit() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "a warning calls for another" when Warning($reason : reason) then
                    insert(new Warning(null, $reason + "x", "And another."));
                end
                rule "the first warning" when Release() then
                    insert(new Warning(null, "x", "The first."));
                end
                """);
        fails("firing_limit", "a warning calls for another");
    }

    @Test
    void aRuleThatModifiesItsOwnFactForeverHitsTheFiringLimit() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                declare Counter
                    value : int
                end
                rule "starts to count" when Release() then
                    insert(new Counter(0));
                end
                rule "counts for ever" when $counter : Counter(value >= 0) then
                    modify($counter) { setValue($counter.getValue() + 1) };
                end
                """);
        fails("firing_limit", "counts for ever");
    }

    @Test
    void anEndlessLoopInAConsequenceHitsTheTimeLimit() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "never ends" when Release() then
                    int i = 0;
                    while (true) { i++; }
                end
                """);
        failsInTime("never ends");
    }

    @Test
    void anEndlessLoopThatCatchesEverythingHitsTheTimeLimit() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                rule "never gives up" when Release() then
                    int i = 0;
                    while (i >= 0) {
                        try {
                            while (true) { i = 1 - i; }
                        } catch (Throwable ignored) {
                            i = 0;
                        }
                    }
                end
                """);
        failsInTime("never gives up");
    }

    @Test
    void endlessRecursionThatCatchesItsErrorEndsWithTheStack() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                function int deeper(int depth) {
                    int result = 0;
                    while (result < 1) {
                        try {
                            result = deeper(depth + 1);
                        } catch (Throwable ignored) {
                            result = 0;
                        }
                    }
                    return result;
                }
                rule "goes deeper for ever" when Release() then
                    insert(new Warning(null, "depth", "" + deeper(0)));
                end
                """);
        fails("rule_failed", "goes deeper for ever");
    }

    @Test
    void anEndlessLoopInAConditionHitsTheTimeLimit() {
        LiveRules.save("load-gate/own.drl", HEAD + """
                function boolean forever(Release release) {
                    int i = 0;
                    while (true) { i++; }
                }
                rule "never knows" when $release : Release() eval(forever($release)) then
                    insert(new Warning(null, "known", "Known."));
                end
                """);
        failsInTime("in a condition of \"never knows\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry-storm", "capacity", "readiness"})
    void noOtherFolderOfRulesMakesAReleaseReadyByThrowing(String folder) {
        String packageName = LiveRules.read(folder + "/" + firstFileOf(folder))
                .lines()
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .orElseThrow();
        LiveRules.save(folder + "/own.drl", packageName + """

                import dev.shipgate.decision.Release
                rule "throws" when $release : Release() then
                    int broken = 1 / $release.labels().size();
                end
                """);
        String body = """
                {"service":"voice-agent","environment":"staging","load_gate":{"routes":{%s}},
                 "retry_storms":{"points":[{"minute":0,"user_turns":100,"service_attempts":100,"dependency_error_rate":0}]},
                 "capacity":{"steps":[{"concurrency":50,"p95_ms":400,"error_rate":0}]}}""".formatted(allFiveRoutes());
        isProblem(post("/v1/release-readiness", body), 500, "/v1/release-readiness")
                .body("type", endsWith("policy-evaluation-failed"))
                .body("reason", equalTo("rule_failed"));
    }

    private static String firstFileOf(String folder) {
        return switch (folder) {
            case "retry-storm" -> "thresholds.drl";
            case "capacity" -> "budgets.drl";
            default -> "blockers.drl";
        };
    }

    /** The record has the time of the evaluation alone. The whole request may also wait for its commit. */
    private static void failsInTime(String named) {
        long startNanos = System.nanoTime();
        String id = fails("time_limit", named).extract().path("decision_id");
        Duration wholeRequest = Duration.ofNanos(System.nanoTime() - startNanos);

        double evaluationMs = given().get("/v1/decisions/" + id).jsonPath().getDouble("duration_ms");
        assertThat(evaluationMs).isBetween((double) LIMIT.toMillis(), (double) LONGEST_EVALUATION.toMillis());
        assertThat(wholeRequest).isBetween(LIMIT, LONGEST_EVALUATION.plus(COMMIT_TIMEOUT));
    }

    private static ValidatableResponse fails(String reason, String named) {
        return isProblem(gate(COMPLETE), 500, "/v1/load-gate")
                .body("type", endsWith("policy-evaluation-failed"))
                .body("reason", equalTo(reason))
                .body("detail", containsString(named));
    }
}
