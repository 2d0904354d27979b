package dev.shipgate.policy.lint.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that are computed over nothing. */
class ValuesOfNothingTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @Test
    void warnsOfAnAverageOverNothing() {
        String average = "accumulate(RouteMetrics($e : errorRate, errorRate != null); $m : average($e); $m > 0.1)";
        assertThat(Slips.ofCondition(average))
                .containsExactly("WARNING value-of-nothing load-gate/a.drl:11 Over no RouteMetrics at all there is no "
                        + "average, so this rule does not fire, and no other asks for that. Maybe a rule with not "
                        + "RouteMetrics(...)?");
        assertThat(Slips.of(Slips.rule("a", average, FAILS)
                        + Slips.rule("b", "not RouteMetrics(errorRate != null)", FAILS)))
                .isEmpty();
        assertThat(Slips.ofCondition("accumulate(RouteMetrics($e : errorRate); $m : average($e), $n : min($e))"))
                .containsExactly(
                        "WARNING value-of-nothing load-gate/a.drl:11 Over no RouteMetrics at all, $m is null, and "
                                + "the rule may fire all the same. Maybe $m != null?");
        assertThat(Slips.ofCondition(
                        "accumulate(RouteMetrics($e : errorRate); $n : count(), $m : average($e); $n > 0, $m > 0.1)"))
                .isEmpty();
        assertThat(Slips.ofCondition(
                        "accumulate(RouteMetrics($e : errorRate); $n : count(), $next : average($e); $next > 0.1)"))
                .containsExactly(
                        "WARNING value-of-nothing load-gate/a.drl:11 Over no RouteMetrics at all, $next is null, and "
                                + "the rule may fire all the same. Maybe $next != null?");
        assertThat(Slips.ofCondition("accumulate(RouteMetrics($e : errorRate); $n : count($e); $n > 3)"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "accumulate(RouteMetrics(p95Ms != null); $n : count(); $n == 0) | true",
                "accumulate(RouteMetrics(p95Ms != null); $n : count(); $n < 3) | true",
                "accumulate(RouteMetrics(p95Ms != null); $n : count(); $n > 3) | false",
                "Number(this <= 2) from accumulate(RouteMetrics(p95Ms != null), count(1)) | true",
                "not Failure(reason == \"slow\") | false",
                "not Failure() | true",
                "not RouteMetrics(errorRate != null) | true"
            })
    void hearsOfAnAverageOverNothingOnlyFromARuleThatAsksForIt(String when, boolean isSaid) {
        String average = "accumulate(RouteMetrics($e : errorRate, errorRate != null); $m : average($e); $m > 0.1)";
        assertThat(Slips.of(Slips.rule("a", average, FAILS) + Slips.rule("b", when, FAILS)))
                .hasSize(isSaid ? 0 : 1)
                .allMatch(slip -> slip.startsWith("WARNING value-of-nothing load-gate/a.drl:11 "));
    }

    @Test
    void warnsOfAVarianceOverNothing() {
        String spread = "accumulate(RouteMetrics($e : errorRate, errorRate != null); %s$m : variance($e); $m <= 0.1)";
        assertThat(Slips.ofCondition(spread.formatted("")))
                .containsExactly(
                        "WARNING value-of-nothing load-gate/a.drl:11 Over no RouteMetrics at all the variance is NaN, "
                                + "of which <= and >= hold. Maybe a count() beside it, and more than 0 of it?");
        assertThat(Slips.ofCondition(spread.formatted("$n : count(), ").replace("$m <=", "$n > 0, $m <=")))
                .isEmpty();
    }
}
