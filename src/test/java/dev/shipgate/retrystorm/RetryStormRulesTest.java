package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.compile.TestRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each shipped rule by itself: facts on which it fires, and facts on which it must not. */
class RetryStormRulesTest {

    @RegisterExtension
    static final TestRules RULES = TestRules.shipped("retry-storm");

    private static final Thresholds THRESHOLDS = new Thresholds(1.8, 0.05, 1.5, 1.2);
    private static final Baseline TWO_REQUESTS_A_TURN = new Baseline(2, 0.1, "caller");

    @Test
    void thePolicysThresholdsHoldWhereTheCallerHasNone() {
        assertThat(thresholds(new CallerThresholds(null, null))).containsExactly(new Thresholds(1.8, 0.05, 1.5, 1.2));
        assertThat(thresholds(new CallerThresholds(3.0, null))).containsExactly(new Thresholds(3, 0.05, 1.5, 1.2));
        assertThat(thresholds(new CallerThresholds(null, 0.2))).containsExactly(new Thresholds(1.8, 0.2, 1.5, 1.2));
        assertThat(thresholds(new CallerThresholds(0.0, 0.0))).containsExactly(new Thresholds(0, 0, 1.5, 1.2));
        assertThat(RULES.evaluate(point(1.8, 0.05)).firings()).isEmpty();
    }

    @Test
    void whatTheCallerCallsUsualIsUsual() {
        assertThat(baselines(new CallerBaseline(1.3, 0.02))).containsExactly(new Baseline(1.3, 0.02, "caller"));
        assertThat(baselines(THRESHOLDS, point(1, 0.0))).isEmpty();
    }

    @Test
    void theMedianOfCalmMinutesIsUsualIfTheCallerLeavesItToUs() {
        TrafficPoint fewAttempts = point(1.1, 0.9);
        TrafficPoint fewErrors = point(9, 0.01);
        TrafficPoint usual = point(1.2, 0.03);
        TrafficPoint storm = point(9, 0.9);
        TrafficPoint lacksErrors = point(1, null);

        assertThat(baselines(THRESHOLDS, new AutoBaseline(), fewAttempts, fewErrors, usual, storm, lacksErrors))
                .containsExactly(new Baseline(5.1, 0.02, "auto"));
        assertThat(baselines(THRESHOLDS, fewAttempts, fewErrors, usual)).isEmpty();
        assertThat(baselines(THRESHOLDS, new AutoBaseline(), storm, lacksErrors))
                .isEmpty();
    }

    @Test
    void nothingIsUsualIfTooFewMinutesAreCalm() {
        TrafficPoint atBothThresholds = point(1.8, 0.05);
        TrafficPoint calm = point(1.9, 0.04);
        TrafficPoint lacksErrors = point(1, null);

        assertThat(noBaselines(THRESHOLDS, new AutoBaseline(), atBothThresholds, lacksErrors))
                .hasSize(1);
        assertThat(noBaselines(THRESHOLDS, new AutoBaseline(), atBothThresholds, calm))
                .isEmpty();
        assertThat(noBaselines(THRESHOLDS, atBothThresholds)).isEmpty();
    }

    @Test
    void fewTurnsAreNamed() {
        TrafficPoint few = TrafficPoint.of(0L, 19L, null, 19L, 0.0, Map.of());
        TrafficPoint enough = TrafficPoint.of(1L, 20L, null, 20L, 0.0, Map.of());
        TrafficPoint unknown = TrafficPoint.of(2L, null, null, 20L, 0.0, Map.of());
        TrafficPoint one = TrafficPoint.of(3L, 1L, null, 1L, 0.0, Map.of());
        TrafficPoint none = TrafficPoint.of(4L, 0L, null, 1L, 0.0, Map.of());

        assertThat(RULES.evaluate(one).facts(TrafficWarning.class))
                .containsExactly(new TrafficWarning(
                        one,
                        "few_turns",
                        "Measured with 1 turn. With fewer than 20, a few users make the attempt ratio."));
        assertThat(RULES.evaluate(none).facts(TrafficWarning.class))
                .containsExactly(new TrafficWarning(
                        none, "few_turns", "Measured with no turns, so the attempts are taken for those of one turn."));
        assertThat(RULES.evaluate(few, enough, unknown).facts(TrafficWarning.class))
                .containsExactly(new TrafficWarning(
                        few,
                        "few_turns",
                        "Measured with 19 turns. With fewer than 20, a few users make the attempt ratio."));
    }

    @Test
    void theLimitsOfAStormAreTheThresholdsUnlessMoreIsUsual() {
        String alone = "a storm is at the thresholds where nothing is known of what is usual";
        String beyond = "a storm is at the thresholds and well beyond what is usual";

        assertThat(RULES.fired(THRESHOLDS)).containsExactly(alone);
        assertThat(RULES.fired(THRESHOLDS, TWO_REQUESTS_A_TURN)).containsExactly(beyond);
        assertThat(RULES.fired(TWO_REQUESTS_A_TURN)).isEmpty();
    }

    @Test
    void retriesAmplifyAtBothThresholdsWithoutABaseline() {
        String rule = "retries amplify a failing dependency";

        assertThat(judging(THRESHOLDS, point(1.8, 0.05))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, point(1.799, 0.05))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, point(1.8, Math.nextDown(0.05)))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, point(1.8, null))).isEmpty();
        assertThat(judging(point(1.8, 0.05))).isEmpty();
    }

    @Test
    void aMinuteBelowAThresholdIsCalmIfNothingIsKnownOfUsualTraffic() {
        String rule = "a minute is calm";

        assertThat(judging(THRESHOLDS, point(1.799, 0.05))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, point(1.8, Math.nextDown(0.05)))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, point(1.8, 0.05))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, point(1, null))).isEmpty();
    }

    @Test
    void retriesAmplifyAt1AndAHalfUsualAttemptsAndMoreErrors() {
        String rule = "retries amplify a failing dependency";

        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(3, Math.nextUp(0.1))))
                .containsExactly(rule);
        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(2.999, 0.5))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(3, 0.1))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(3, null))).isEmpty();
        assertThat(judging(new Thresholds(3.1, 0.05, 1.5, 1.2), TWO_REQUESTS_A_TURN, point(3, 0.5)))
                .doesNotContain(rule);
        assertThat(judging(new Thresholds(1.8, 0.6, 1.5, 1.2), TWO_REQUESTS_A_TURN, point(3, 0.5)))
                .doesNotContain(rule);
    }

    @Test
    void aMinuteBelowAThresholdOrNotBeyondTheUsualIsCalm() {
        String rule = "a minute is calm";

        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(2.999, 0.5))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(3, 0.1))).containsExactly(rule);
        assertThat(judging(new Thresholds(3.1, 0.05, 1.5, 1.2), TWO_REQUESTS_A_TURN, point(3, 0.5)))
                .containsExactly(rule);
        assertThat(judging(new Thresholds(1.8, 0.6, 1.5, 1.2), TWO_REQUESTS_A_TURN, point(3, 0.5)))
                .containsExactly(rule);
        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(3, 0.2))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, TWO_REQUESTS_A_TURN, point(1, null))).isEmpty();
    }

    @Test
    void bothAmplifyIfClientAndServiceEachAddAFifth() {
        String rule = "client and service both amplify";

        assertThat(judging(THRESHOLDS, alert(100, 120, 144))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, alert(100, 119, 300))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, alert(100, 200, 239))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, alert(100, null, 300))).isEmpty();
    }

    @Test
    void theClientAmplifiesIfItMakesMoreOfARequestThanTheServiceDoes() {
        String rule = "the client amplifies";

        assertThat(judging(THRESHOLDS, alert(100, 200, 239))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, alert(100, 200, 240))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, alert(100, 110, 121))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, alert(100, null, 300))).isEmpty();
    }

    @Test
    void theServiceAmplifiesIfItAddsAtLeastAsMuchAsTheClient() {
        String rule = "the service amplifies";

        assertThat(judging(THRESHOLDS, alert(100, 119, 300))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, alert(100, 110, 121))).containsExactly(rule);
        assertThat(judging(THRESHOLDS, alert(100, 120, 300))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, alert(100, 110, 110))).doesNotContain(rule);
        assertThat(judging(THRESHOLDS, alert(100, null, 300))).isEmpty();
    }

    /** The rules that fire beside those that say from where on a minute is a storm. */
    private static List<String> judging(Object... facts) {
        return RULES.fired(facts).stream()
                .filter(rule -> !rule.startsWith("a storm is at the thresholds"))
                .toList();
    }

    private static List<Thresholds> thresholds(Object... facts) {
        return RULES.evaluate(facts).facts(Thresholds.class);
    }

    private static List<Baseline> baselines(Object... facts) {
        return RULES.evaluate(facts).facts(Baseline.class);
    }

    private static List<NoBaseline> noBaselines(Object... facts) {
        return RULES.evaluate(facts).facts(NoBaseline.class);
    }

    /** A minute with a thousand turns. */
    private static TrafficPoint point(double attemptRatio, @Nullable Double dependencyErrorRate) {
        return TrafficPoint.of(0L, 1_000L, null, Math.round(attemptRatio * 1_000), dependencyErrorRate, Map.of());
    }

    private static StormAlert alert(long userTurns, @Nullable Integer clientAttempts, long serviceAttempts) {
        Long fromClients = clientAttempts == null ? null : clientAttempts.longValue();
        return new StormAlert(
                TrafficPoint.of(0L, userTurns, fromClients, serviceAttempts, 0.5, Map.of()), "cap_retries");
    }
}
