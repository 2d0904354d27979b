package dev.shipgate.retrystorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.shipgate.decision.Release;
import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.policy.Findings;
import dev.shipgate.policy.PolicyEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A minute that is calm to one rule and part of a storm to another is part of one, and both rules are named. */
class ContradictingMinutesTest {

    private static final TrafficPoint SEVEN = point(7);
    private static final TrafficPoint EIGHT = point(8);

    @Test
    void aMinuteThatIsCalmAndAlertsAlertsAndBothRulesAreNamed() {
        RetryStormAnswer answer = answer(new Findings()
                .by("calm", new CalmPoint(SEVEN), new CalmPoint(EIGHT))
                .by("storm", new StormAlert(SEVEN, "cap_retries")));

        assertThat(answer.alerts())
                .extracting(RetryStormAnswer.Alert::minute, RetryStormAnswer.Alert::rule)
                .containsExactly(tuple(7L, "storm"));
        assertThat(answer.contradictions())
                .containsExactly(new Contradiction(
                        List.of("calm", "storm"),
                        "The rule \"calm\" says that the minute 7 is calm,"
                                + " and the rule \"storm\" says that it is part of a storm."));
    }

    @Test
    void whereEachMinuteIsOneOfTheTwoNothingContradicts() {
        assertThat(answer(new Findings()
                                .by("calm", new CalmPoint(EIGHT))
                                .by("storm", new StormAlert(SEVEN, "cap_retries"), new StormAlert(SEVEN, "call_us")))
                        .contradictions())
                .isEmpty();
    }

    static List<Object> findingsOfTheMinute99() {
        return List.of(
                new StormAlert(point(99), "cap_retries"),
                new CalmPoint(point(99)),
                new Amplifier(point(99), "client"),
                new TrafficWarning(point(99), "few_turns", "Few."));
    }

    @ParameterizedTest
    @MethodSource("findingsOfTheMinute99")
    void aFindingOnAnAbsentMinuteMakesNoAnswerAndItsRuleIsNamed(Object finding) {
        PolicyEvaluationException thrown =
                catchThrowableOfType(PolicyEvaluationException.class, () -> answer(new Findings().by("own", finding)));

        assertThat(thrown)
                .hasMessage("The rule \"own\" found what cannot be put into an answer."
                        + " It is about the minute 99, which the request does not have.");
        assertThat(Objects.requireNonNull(thrown.failed()).rule()).isEqualTo("own");
    }

    @Test
    void ofTwoLayersThatMakeMoreOfAMinuteTheFirstIsTold() {
        assertThat(answer(new Findings()
                                .by("storm", new StormAlert(SEVEN, "cap_retries"))
                                .by("first", new Amplifier(SEVEN, "client"))
                                .by("second", new Amplifier(SEVEN, "service")))
                        .alerts())
                .extracting(RetryStormAnswer.Alert::amplifiedBy)
                .containsExactly("client");
    }

    private static RetryStormAnswer answer(Findings findings) {
        RetryStormRequest request = new RetryStormRequest(
                new Release(null, null, null, Map.of()),
                null,
                List.of(SEVEN, EIGHT),
                new CallerThresholds(null, null),
                null,
                false);
        return RetryStormAnswerBuilder.of(request, findings.run(), false);
    }

    private static TrafficPoint point(long minute) {
        return TrafficPoint.of(minute, 100L, null, 100L, 0.0, Map.of());
    }
}
