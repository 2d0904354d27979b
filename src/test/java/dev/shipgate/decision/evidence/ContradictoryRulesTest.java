package dev.shipgate.decision.evidence;

import static dev.shipgate.http.ProblemClient.isProblem;
import static dev.shipgate.loadgate.GateClient.allFiveRoutes;
import static dev.shipgate.loadgate.GateClient.post;
import static dev.shipgate.loadgate.GateClient.voiceAgent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.testing.LiveRules;
import dev.shipgate.testing.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of an author that contradict each other, the request or themselves: the stricter reading, or an error. */
@QuarkusTest
@TestProfile(LiveRules.Profile.class)
class ContradictoryRulesTest {

    private static final String PASS_FAIL_PASS = """
            {"service":"voice-agent","environment":"staging","steps":[
              {"concurrency":50,"p95_ms":400,"error_rate":0},
              {"concurrency":100,"p95_ms":9000,"error_rate":0},
              {"concurrency":150,"p95_ms":400,"error_rate":0}]}""";
    private static final String ALL_PASS = PASS_FAIL_PASS.replace("9000", "400");
    private static final String CALM = """
            {"points":[{"minute":0,"user_turns":100,"service_attempts":100,"dependency_error_rate":0}]}""";

    @BeforeEach
    void shippedRules() {
        LiveRules.reset();
    }

    @Test
    void capacityIsNoneIfNoRuleSaysHowManyFailingStepsAreSustained() {
        LiveRules.edit(
                "capacity/budgets.drl",
                "$asked : CallerSustainedSteps()",
                "$asked : CallerSustainedSteps()\n    Release(environment == \"production\")");

        assertThat(capacity(PASS_FAIL_PASS)).isEqualTo("none, null");
    }

    @Test
    void capacityIsNotConfirmedIfNoRuleSaysHowSureItIs() {
        LiveRules.edit("capacity/break.drl", "insert(new CapacityOutcome(\"at_least\"));", "");

        assertThat(capacity(ALL_PASS)).startsWith("none");
        JsonNode release = RunningService.answer(
                "/v1/release-readiness",
                "{\"service\":\"voice-agent\",\"environment\":\"staging\",\"load_gate\":{\"routes\":{" + allFiveRoutes()
                        + "}},\"capacity\":" + ALL_PASS.replaceFirst("\\{.*\"staging\",", "{") + "}");
        assertThat(release.get("ready").booleanValue()).isFalse();
        assertThat(release.at("/blockers/0/reason").textValue()).isEqualTo("capacity_not_confirmed");
    }

    @Test
    void ofTwoBreaksNoStepIsBeforeBothAndNothingIsSupported() {
        saveCapacityRule("insert(new Break(3)); insert(new Break(2));");

        assertThat(capacity(ALL_PASS)).isEqualTo("none, null");
    }

    @Test
    void aSecondOutcomeIsAnError() {
        saveCapacityRule("insert(new CapacityOutcome(\"supported\"));");

        failsByRules("/v1/capacity", ALL_PASS);
    }

    @Test
    void anOutcomeBesideOneThatDeniesItSupportsNothing() {
        saveCapacityRule("insert(new CapacityOutcome(\"none\"));");

        assertThat(capacity(ALL_PASS)).isEqualTo("none, null");
    }

    @Test
    void anOutcomeThatIsNoneIsAnError() {
        saveCapacityRule("insert(new CapacityOutcome(\"great\"));");

        failsByRules("/v1/capacity", ALL_PASS);
    }

    @Test
    void capacityIsNoneIfNoRuleNoticesTheBreak() {
        LiveRules.edit("capacity/break.drl", "insert(new SustainedViolation($first));", "");

        assertThat(capacity(PASS_FAIL_PASS)).isEqualTo("none, null");
    }

    @Test
    void aBreakAtAStepThatDoesNotExistIsAnError() {
        saveCapacityRule("insert(new Break(99));");

        failsByRules("/v1/capacity", ALL_PASS)
                .body(
                        "detail",
                        endsWith("found what cannot be put into an answer. It is about step 99, and there are 3."))
                .body("failed.file", equalTo("capacity/own.drl"))
                .body("failed.facts.Break.step", equalTo(99));
    }

    @Test
    void anAlertOnAMinuteThatTheRequestDoesNotHaveIsAnError() {
        saveStormRule(
                "insert(new StormAlert(new TrafficPoint(99L, 1L, 1L, 1L, 0.0, 1.0, 1.0, 1.0, new java.util.HashMap(),"
                        + " new java.util.ArrayList()), \"look\"));");

        failsByRules("/v1/retry-storms", CALM);
    }

    @Test
    void anAlertOnNothingIsAnError() {
        saveStormRule("insert(new StormAlert(null, \"look\"));");

        failsByRules("/v1/retry-storms", CALM);
    }

    @Test
    void aThresholdInPercentIsAnErrorThatSaysSo() {
        saveStormRule("insert(new Thresholds(1.8, 5));");

        failsByRules("/v1/retry-storms", CALM)
                .body(
                        "detail",
                        endsWith("The threshold of the dependency error rate (5) must be a number between 0 and 1."
                                + " Maybe it is a percentage?"));
    }

    @Test
    void twoEqualBudgetsAreAsOne() {
        String slow = voiceAgent(allFiveRoutes().replace("640", "1040"));
        JsonNode once = RunningService.answer("/v1/load-gate", slow);
        JsonNode stepsOnce = RunningService.answer("/v1/capacity", PASS_FAIL_PASS);
        twice("load-gate/budgets.drl", "rule \"voice-agent in staging: booking a table\"");
        twice("capacity/budgets.drl", "rule \"voice-agent in staging: what a turn may take under load\"");

        JsonNode twice = RunningService.answer("/v1/load-gate", slow);

        assertThat(twice.get("checks")).isEqualTo(once.get("checks"));
        assertThat(twice.get("failures")).isEqualTo(once.get("failures"));
        assertThat(RunningService.answer("/v1/capacity", PASS_FAIL_PASS).get("steps"))
                .isEqualTo(stepsOnce.get("steps"));
    }

    /** The outcome and the supported concurrency. */
    private static String capacity(String body) {
        JsonNode answer = RunningService.answer("/v1/capacity", body);
        return answer.get("outcome").textValue() + ", " + answer.get("max_supported_concurrency");
    }

    private static ValidatableResponse failsByRules(String path, String body) {
        return isProblem(post(path, body), 500, path)
                .body("type", endsWith("policy-evaluation-failed"))
                .body("reason", equalTo("rule_failed"));
    }

    private static void saveCapacityRule(String consequence) {
        LiveRules.save("capacity/own.drl", """
                package shipgate.capacity
                import dev.shipgate.capacity.Break
                import dev.shipgate.capacity.CapacityOutcome
                import dev.shipgate.decision.Release
                rule "own" salience -45 when Release() then %s end
                """.formatted(consequence));
    }

    private static void saveStormRule(String consequence) {
        LiveRules.save("retry-storm/own.drl", """
                package shipgate.retrystorm
                import dev.shipgate.decision.Release
                import dev.shipgate.retrystorm.StormAlert
                import dev.shipgate.retrystorm.Thresholds
                import dev.shipgate.retrystorm.TrafficPoint
                rule "own" when Release() then %s end
                """.formatted(consequence));
    }

    /** Puts a copy of a rule, under another name, behind the file's own rules. */
    private static void twice(String path, String rule) {
        String text = LiveRules.read(path);
        int start = text.indexOf(rule);
        String copy = text.substring(start, text.indexOf("\nend", start) + 4);
        LiveRules.save(path, text + "\n" + copy.replace(rule, "rule \"the same again\"") + "\n");
    }
}
