package dev.shipgate.policy.lint.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics and labels of a policy's own, which may not be there. */
class MissingEntriesTest {

    private static final String AT = " load-gate/a.drl:11 ";
    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "others[\"x\"] > 1500",
                "1500 < others[\"x\"]",
                "others.get(\"x\") > 1500",
                "others[\"x\"] != null, others[\"x\"] > 1500",
                "p95Ms > 5 && (others[\"x\"] > 1500)"
            })
    void warnsOfALimitWithNoRuleForWhereTheMetricIsMissing(String conditions) {
        assertThat(Slips.ofCondition("RouteMetrics(" + conditions + ")"))
                .containsExactly(
                        "WARNING silent-when-missing" + AT + "Where there is no others[\"x\"], this rule does not "
                                + "fire, and no other asks whether there is. Maybe a rule for others[\"x\"] == null?");
    }

    @Test
    void warnsOfAnEntryThatIsSentAsAField() {
        assertThat(Slips.ofCondition("RouteMetrics(others[\"error_rate\"] > 0.5)"))
                .containsExactly("WARNING silent-when-missing" + AT + "What is sent under this name is the field "
                        + "errorRate, and not others[\"error_rate\"]. Maybe errorRate?");
    }

    @Test
    void tellsTheLineOfTheCondition() {
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 5,\n        others[\"x\"] > 1500)"))
                .singleElement()
                .asString()
                .startsWith("WARNING silent-when-missing load-gate/a.drl:12 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouteMetrics(others[\"x\"] == null)",
                "not RouteMetrics(others[\"x\"] != null)",
                "RouteMetrics(p95Ms > 5, others[\"x\"] == null || others[\"x\"] > 5)"
            })
    void takesALimitBesideARuleForWhereTheMetricIsMissing(String missing) {
        assertThat(Slips.of(Slips.rule("slow", "RouteMetrics(others[\"x\"] > 1500)", FAILS)
                        + Slips.rule("missing", missing, FAILS)))
                .isEmpty();
    }

    @Test
    void takesALimitThatAlsoHoldsWhereTheMetricIsMissing() {
        assertThat(Slips.ofCondition("RouteMetrics(others[\"x\"] == null || others[\"x\"] > 1500)"))
                .isEmpty();
    }
}
