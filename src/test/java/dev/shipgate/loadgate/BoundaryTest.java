package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.GateClient.budget;
import static dev.shipgate.loadgate.GateClient.gate;
import static dev.shipgate.loadgate.GateClient.onlyCaller;
import static dev.shipgate.loadgate.GateClient.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value equal to its limit passes, and the next double beyond it does not. */
@QuarkusTest
class BoundaryTest {

    private static final String LIMITS = budget(800, 0.01, 0.05, 0.02);

    @Test
    void everythingEqualToItsLimitShips() {
        assertThat(reasons(route(800, 0.01, 0.05, -1), LIMITS)).isEmpty();
    }

    @Test
    void latencyOfTheNextDoubleFails() {
        assertThat(reasons(route(Math.nextUp(800.0), 0.01, 0.05, 1), LIMITS)).containsExactly("latency");
    }

    @Test
    void errorsOfTheNextDoubleFail() {
        assertThat(reasons(route(800, Math.nextUp(0.01), 0.05, 1), LIMITS)).containsExactly("errors");
    }

    @Test
    void costOfTheNextDoubleWithoutAGainFails() {
        assertThat(reasons(route(800, 0.01, Math.nextUp(0.05), 0), LIMITS))
                .containsExactly("cost_without_quality_gain");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 1 / 3.0, 123.456, 1e-300, 1e300, Double.MIN_VALUE})
    void limitsOfAnySizeAreExact(double limit) {
        String limits = budget(limit, 0.01, limit, 0.02);
        assertThat(reasons(route(limit, 0.01, limit, 0), limits)).isEmpty();
        assertThat(reasons(route(Math.nextUp(limit), 0.01, Math.nextUp(limit), 0), limits))
                .containsExactly("latency", "cost_without_quality_gain");
    }

    @Test
    void aLimitOfZeroAllowsZeroAndNothingElse() {
        String nothing = budget(0, 0, 0, 0.02);
        assertThat(reasons(route(0, 0, 0, 0), nothing)).isEmpty();
        assertThat(reasons(route(Double.MIN_VALUE, Double.MIN_VALUE, Double.MIN_VALUE, 0), nothing))
                .containsExactly("latency", "errors", "cost_without_quality_gain");
    }

    @Test
    void aCostFarBeyondATinyLimitIsStillAnswered() {
        assertThat(reasons(route(1e300, 0, 1e308, 0), budget(1e-300, 0, Double.MIN_VALUE, 0.02)))
                .containsExactly("latency", "cost_without_quality_gain");
    }

    @Test
    void aGainOfExactlyTwoPointsExcusesCost() {
        assertThat(reasons(route(800, 0.01, 0.06, 0.02), LIMITS)).isEmpty();
    }

    @Test
    void aGainOfTheDoubleBelowTwoPointsDoesNot() {
        assertThat(reasons(route(800, 0.01, 0.06, Math.nextDown(0.02)), LIMITS))
                .containsExactly("cost_without_quality_gain");
    }

    @Test
    void withoutALeastGainInAnyBudgetItIsTwoPoints() {
        String silent = "{\"p95_ms\":800,\"error_rate\":0.01,\"cost_per_success\":0.05}";
        assertThat(reasons(route(800, 0.01, 0.06, 0.02), silent)).isEmpty();
        assertThat(reasons(route(800, 0.01, 0.06, Math.nextDown(0.02)), silent))
                .containsExactly("cost_without_quality_gain");
    }

    @Test
    void aBudgetCanAskForALargerGain() {
        String demanding = budget(800, 0.01, 0.05, 0.1);
        assertThat(reasons(route(800, 0.01, 0.06, 0.1), demanding)).isEmpty();
        assertThat(reasons(route(800, 0.01, 0.06, Math.nextDown(0.1)), demanding))
                .containsExactly("cost_without_quality_gain");
    }

    @Test
    void aGainExcusesNeitherLatencyNorErrors() {
        assertThat(reasons(route(801, 0.011, 0.06, 1), LIMITS)).containsExactly("latency", "errors");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.02})
    void aGainThatIsNullExcusesNothingHoweverLittleIsAskedFor(double minGain) {
        String gainUnknown =
                "{\"p95_ms\":800,\"error_rate\":0.01,\"cost_per_success\":0.06,\"task_success_delta\":null}";
        assertThat(reasons(gainUnknown, budget(800, 0.01, 0.05, minGain))).containsExactly("missing_metrics");
    }

    /** The reasons not to ship; it ships exactly when there are none. */
    private static List<String> reasons(String metrics, String budget) {
        var response = gate(onlyCaller(metrics, budget)).statusCode(200).extract();
        List<String> reasons = response.path("failures.reason");
        assertThat(response.<Boolean>path("ship")).isEqualTo(reasons.isEmpty());
        return reasons;
    }
}
