package dev.shipgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.capacity.CapacityResult;
import dev.shipgate.loadgate.LoadGateResult;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.retrystorm.RetryStormResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each shipped rule by itself: facts on which it fires, and facts on which it must not. */
class ReadinessRulesTest {

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("readiness");

    @Test
    void aReleaseNeedsALoadGate() {
        String rule = "a release needs a load gate";

        assertThat(RULES.fired()).containsExactly(rule);
        assertThat(RULES.fired(traffic(1, 0, 0))).contains(rule);
        assertThat(gate(false, 1)).doesNotContain(rule);
    }

    @Test
    void aLoadGateThatShipsPasses() {
        assertThat(gate(true, 0)).containsExactly("the load gate ships");
        assertThat(RULES.evaluate(new LoadGateResult(true, 0)).facts(PartPassed.class))
                .containsExactly(new PartPassed("load_gate"));
        assertThat(gate(false, 0)).doesNotContain("the load gate ships");
    }

    @Test
    void aLoadGateThatDoesNotShipBlocks() {
        assertThat(gate(false, 3)).containsExactly("the load gate does not ship");
        assertThat(gate(true, 0)).doesNotContain("the load gate does not ship");
    }

    @Test
    void trafficThatWasCalmAllTheTimePasses() {
        String rule = "traffic was calm all the time";

        assertThat(storms(1, 0, 0)).containsExactly(rule);
        assertThat(storms(2, 1, 0)).doesNotContain(rule);
        assertThat(storms(2, 0, 1)).doesNotContain(rule);
        assertThat(storms(0, 0, 0)).doesNotContain(rule);
    }

    @Test
    void aRetryStormBlocks() {
        assertThat(storms(5, 1, 0)).containsExactly("there was a retry storm");
        assertThat(storms(5, 0, 1)).doesNotContain("there was a retry storm");
    }

    @Test
    void aPointThatCouldNotBeJudgedBlocks() {
        assertThat(storms(5, 0, 1)).containsExactly("a point of traffic could not be judged");
        assertThat(storms(5, 1, 0)).doesNotContain("a point of traffic could not be judged");
    }

    @Test
    void trafficWithoutPointsBlocks() {
        assertThat(storms(0, 0, 0)).containsExactly("there are no points of traffic to judge");
        assertThat(storms(1, 0, 0)).doesNotContain("there are no points of traffic to judge");
    }

    @Test
    void aCapacityThatIsConfirmedAndEnoughPasses() {
        String rule = "capacity is confirmed and enough";

        assertThat(confirmed(100L, null)).containsExactly(rule);
        assertThat(confirmed(100L, 100L)).containsExactly(rule);
        assertThat(confirmed(100L, 101L)).doesNotContain(rule);
        assertThat(unconfirmed("unconfirmed", 100L, 50L)).doesNotContain(rule);
    }

    @Test
    void aCapacityThatIsNotConfirmedBlocks() {
        String rule = "capacity is not confirmed";

        assertThat(unconfirmed("unconfirmed", 100L, 50L)).containsExactly(rule);
        assertThat(unconfirmed("none", null, null)).containsExactly(rule);
        assertThat(unconfirmed("an outcome of a policy's own", 100L, null)).containsExactly(rule);
        assertThat(confirmed(100L, null)).doesNotContain(rule);
    }

    @Test
    void aCapacityBelowWhatIsRequiredBlocks() {
        String rule = "capacity is below what is required";

        assertThat(confirmed(99L, 100L)).containsExactly(rule);
        assertThat(confirmed(100L, 100L)).doesNotContain(rule);
        assertThat(unconfirmed("none", null, 1L)).doesNotContain(rule);
        assertThat(unconfirmed("none", null, null)).doesNotContain(rule);
    }

    @Test
    void aRequiredCapacityWithoutASupportedOneBlocks() {
        String rule = "capacity is required and none is supported";

        assertThat(unconfirmed("none", null, 1L)).contains(rule);
        assertThat(unconfirmed("none", null, null)).doesNotContain(rule);
        assertThat(confirmed(1L, 1L)).doesNotContain(rule);
    }

    private static List<String> gate(boolean ship, int failures) {
        return RULES.fired(new LoadGateResult(ship, failures));
    }

    /** The rules that fire beside a load gate that ships. */
    private static List<String> storms(int points, int alerts, int notEvaluated) {
        return besideAGoodGate(traffic(points, alerts, notEvaluated));
    }

    private static RetryStormResult traffic(int points, int alerts, int notEvaluated) {
        return new RetryStormResult(points, alerts, notEvaluated);
    }

    private static List<String> confirmed(Long max, @Nullable Long required) {
        return besideAGoodGate(new CapacityResult("supported", true, max, required));
    }

    private static List<String> unconfirmed(String outcome, @Nullable Long max, @Nullable Long required) {
        return besideAGoodGate(new CapacityResult(outcome, false, max, required));
    }

    private static List<String> besideAGoodGate(Object result) {
        return RULES.fired(new LoadGateResult(true, 0), result).stream()
                .filter(rule -> !rule.equals("the load gate ships"))
                .toList();
    }
}
