package dev.shipgate.policy.lint.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Divisions of whole numbers, which lose their rest. */
class WholeNumberDivisionsTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @Test
    void refusesADivisionOfWholeNumbersThatLosesItsRest() {
        assertThat(Slips.ofCondition("RouteMetrics(errorRate > 2/100)"))
                .containsExactly(
                        "ERROR whole-division" + AT + "2 / 100 divides whole numbers, and is 0. Maybe 2.0 / 100?");
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"a\").errorRate(2/100));"))
                .containsExactly("ERROR whole-division load-gate/a.drl:13 2 / 100 divides whole numbers, and is 0. "
                        + "Maybe 2.0 / 100?");
        assertThat(Slips.of("function double f() { return 2/100; }\n"
                        + Slips.rule("r", "Release()", "insert(new Budget(\"a\").errorRate(f()));")))
                .containsExactly("ERROR whole-division load-gate/a.drl:10 2 / 100 divides whole numbers, and is 0. "
                        + "Maybe 2.0 / 100?");
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 5 / 0)"))
                .containsExactly("ERROR whole-division" + AT + "5 / 0 divides by zero.");
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($missing : missing)",
                        "insert(new Budget(\"a\").p95Ms($missing.size() / 0 + $missing.size() % 0));"))
                .containsExactly(
                        "ERROR whole-division load-gate/a.drl:13 $missing.size() / 0 divides by zero.",
                        "ERROR whole-division load-gate/a.drl:13 $missing.size() % 0 divides by zero.");
    }

    @Test
    void warnsOfADivisionOfWholeNumbersThatMayLoseIts() {
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($missing : missing)",
                        "int all = 4; insert(new Budget(\"a\").p95Ms($missing.size() / all));"))
                .containsExactly(
                        "WARNING whole-division load-gate/a.drl:13 $missing.size() / all divides whole numbers, "
                                + "and leaves out what is after the point. Maybe 1.0 * $missing.size() / all?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Math.round(7.5 * 100) / 100",
                "$all / $bad",
                "$bad / $sum",
                "$sum / $most",
                "Math.max($all, 3) / 2",
                "Math.abs($sum) / 2",
                "whole() / 2"
            })
    void knowsWhichNumbersAreWhole(String division) {
        assertThat(Slips.of("function int whole() { return 3; }\n"
                        + Slips.rule(
                                "r",
                                "accumulate(RouteMetrics($missing : missing); $all : count(), $sum : sum($missing.size()), "
                                        + "$most : max($missing.size()))\n"
                                        + "    accumulate(RouteMetrics(errorRate > 0.1); $bad : count())",
                                "if ($most == null) { return; }\n    insert(new Budget(\"a\").p95Ms(" + division
                                        + "));")))
                .contains("WARNING whole-division load-gate/a.drl:16 " + division
                        + " divides whole numbers, and leaves out " + "what is after the point. Maybe 1.0 * " + division
                        + "?");
    }

    @Test
    void knowsThatMinutesAndCountsAreWholeInConditions() {
        assertThat(Slips.of(Map.of(
                        "retry-storm/a.drl",
                        "import dev.shipgate.retrystorm.TrafficPoint\nimport dev.shipgate.retrystorm.TrafficWarning\n"
                                + Slips.rule(
                                        "r",
                                        "$p : TrafficPoint(minuteNumber / 5 == 3)",
                                        "insert(new TrafficWarning($p, \"x\", \"y\"));"))))
                .containsExactly(
                        "WARNING whole-division retry-storm/a.drl:13 minuteNumber / 5 divides whole numbers, and "
                                + "leaves out what is after the point. Maybe 1.0 * minuteNumber / 5?");
        assertThat(Slips.ofCondition("accumulate(RouteMetrics(); $all : count()) "
                        + "accumulate(RouteMetrics(errorRate > 0.1); $bad : count(); $bad / $all > 0.2)"))
                .containsExactly(
                        "WARNING whole-division" + AT + "$bad / $all divides whole numbers, and leaves out what is "
                                + "after the point. Maybe 1.0 * $bad / $all?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Math.round(7.5 * 100) / 100.0", "Math.max($all, 3.5) / 2", "$mean / 2", "Math.floor(7.5) / 2"})
    void takesDivisionsOfOtherNumbers(String division) {
        assertThat(Slips.ofConsequence(
                        "accumulate(RouteMetrics($e : errorRate); $all : count(), $mean : average($e); $mean != null)",
                        "insert(new Budget(\"a\").p95Ms(" + division + "));"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p95Ms > 100 / 2", "errorRate > 2.0 / 100", "errorRate > 2 / 100.0", "p95Ms / 3 > 5"})
    void takesDivisionsThatLoseNothing(String condition) {
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms != null, " + condition + ")"))
                .isEmpty();
    }
}
