package dev.shipgate.loadgate;

import static dev.shipgate.loadgate.Facts.POLICY_BUDGET;
import static dev.shipgate.loadgate.Facts.measured;
import static dev.shipgate.loadgate.Facts.notMeasured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricLimitRulesTest {

    private static final String WITHIN = "a metric of the policy's own is within its limit";
    private static final String OVER = "a metric of the policy's own is over its limit";
    private static final String NOT_MEASURED = "a metric of the policy's own was not measured";
    private static final MetricLimit LIMIT = new MetricLimit("find", "ttft_p95_ms", 300);

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("load-gate");

    @Test
    void aMetricEqualToItsLimitIsWithinIt() {
        RouteMetrics atLimit = measured(Map.of("ttft_p95_ms", 300.0));

        assertThat(RULES.fired(atLimit, POLICY_BUDGET, LIMIT)).contains(WITHIN).doesNotContain(OVER, NOT_MEASURED);
        assertThat(RULES.evaluate(atLimit, POLICY_BUDGET, LIMIT).facts(Check.class))
                .contains(Check.pass("find", "ttft_p95_ms", 300, 300, "policy"));
    }

    @Test
    void aMetricOfTheNextDoubleAboveIsOverItsLimit() {
        RouteMetrics overLimit = measured(Map.of("ttft_p95_ms", Math.nextUp(300.0)));

        assertThat(RULES.fired(overLimit, POLICY_BUDGET, LIMIT)).contains(OVER).doesNotContain(WITHIN, NOT_MEASURED);
        assertThat(RULES.evaluate(overLimit, POLICY_BUDGET, LIMIT).facts(Check.class))
                .contains(Check.fail("find", "ttft_p95_ms", Math.nextUp(300.0), 300, "policy", "ttft_p95_ms"));
    }

    @Test
    void aMetricThatWasNotSentIsMissing() {
        RouteMetrics withAnother = measured(Map.of("tokens", 12.0));

        assertThat(RULES.fired(withAnother, POLICY_BUDGET, LIMIT))
                .contains(NOT_MEASURED)
                .doesNotContain(WITHIN, OVER);
        assertThat(RULES.evaluate(withAnother, POLICY_BUDGET, LIMIT).facts(Failure.class))
                .containsExactly(new Failure(
                        "find",
                        "missing_metrics",
                        "ttft_p95_ms has a limit and was not measured.",
                        List.of("ttft_p95_ms")));
    }

    @Test
    void aMetricOfARouteThatWasNotMeasuredIsMissing() {
        assertThat(RULES.fired(LIMIT)).contains(NOT_MEASURED);
        assertThat(RULES.fired(notMeasured(), LIMIT)).contains(NOT_MEASURED);
    }

    @Test
    void aMetricWithoutALimitIsNotJudged() {
        assertThat(RULES.fired(measured(Map.of("ttft_p95_ms", 900.0)), POLICY_BUDGET))
                .doesNotContain(WITHIN, OVER, NOT_MEASURED);
    }

    @Test
    void aLimitOfAnotherRouteIsNotAppliedToThisOne() {
        RouteMetrics unrelated = measured(Map.of("ttft_p95_ms", 900.0));

        assertThat(RULES.evaluate(unrelated, POLICY_BUDGET, new MetricLimit("other", "ttft_p95_ms", 300))
                        .facts(Check.class))
                .extracting(Check::check)
                .doesNotContain("ttft_p95_ms");
    }

    @Test
    void aMetricEqualToItsLowerLimitIsWithinIt() {
        MetricLimit least = MetricLimit.atLeast("find", "tokens_per_second", 20);

        assertThat(RULES.evaluate(measured(Map.of("tokens_per_second", 20.0)), POLICY_BUDGET, least)
                        .facts(Check.class))
                .contains(Check.passAtLeast("find", "tokens_per_second", 20, 20, "policy"));
    }

    @Test
    void aMetricBelowItsLowerLimitFailsWithItsSentenceAndMargin() {
        MetricLimit least = MetricLimit.atLeast("find", "tokens_per_second", 20);

        Check below =
                RULES
                        .evaluate(measured(Map.of("tokens_per_second", 15.0)), POLICY_BUDGET, least)
                        .facts(Check.class)
                        .stream()
                        .filter(check -> check.check().equals("tokens_per_second"))
                        .findFirst()
                        .orElseThrow();

        assertThat(below)
                .isEqualTo(Check.failAtLeast("find", "tokens_per_second", 15, 20, "policy", "tokens_per_second"));
        assertThat(below.margin()).isEqualTo(-0.25);
        assertThat(below.sentence()).isEqualTo("tokens_per_second is 15, below the limit of 20 by 25 %.");
    }

    @Test
    void aMetricMayHaveALowerAndAHigherLimit() {
        MetricLimit least = MetricLimit.atLeast("find", "ttft_p95_ms", 10);

        assertThat(RULES.evaluate(measured(Map.of("ttft_p95_ms", 5.0)), POLICY_BUDGET, LIMIT, least)
                        .facts(Check.class))
                .contains(
                        Check.pass("find", "ttft_p95_ms", 5, 300, "policy"),
                        Check.failAtLeast("find", "ttft_p95_ms", 5, 10, "policy", "ttft_p95_ms"));
    }

    @Test
    void aMetricWithALowerLimitThatWasNotSentIsMissing() {
        assertThat(RULES.fired(measured(), POLICY_BUDGET, MetricLimit.atLeast("find", "ttft_p95_ms", 10)))
                .contains(NOT_MEASURED)
                .doesNotContain(WITHIN, OVER);
    }
}
