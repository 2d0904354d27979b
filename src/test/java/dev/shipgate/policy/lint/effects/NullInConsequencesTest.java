package dev.shipgate.policy.lint.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that fails in a consequence, or in a function, where there is no value. */
class NullInConsequencesTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "double twice = $cost * 2; insert(new Budget(\"a\").p95Ms(twice)); | $cost | costPerSuccess != null, under \"when\"?",
                "insert(new Budget(\"a\").p95Ms($cost)); | $cost | costPerSuccess != null, under \"when\"?",
                "insert(dev.shipgate.loadgate.Check.pass(\"a\", \"cost\", $cost, 1, \"policy\")); | $cost | "
                        + "costPerSuccess != null, under \"when\"?",
                "insert(new dev.shipgate.loadgate.MetricLimit(\"a\", \"b\", $cost)); | $cost | "
                        + "costPerSuccess != null, under \"when\"?",
                "if ($cost > 5) { insert(new Failure(null, \"x\", \"y\")); } | $cost | costPerSuccess != null, under \"when\"?",
                "double cost = $cost; insert(new Budget(\"a\").p95Ms(cost)); | $cost | costPerSuccess != null, under \"when\"?",
                "if ($version.startsWith(\"2\")) { insert(new Failure(null, \"x\", \"y\")); } | $version | "
                        + "version != null, under \"when\"?",
                "double a = dev.shipgate.decision.Limit.valueOf(null); insert(new Budget(\"a\").p95Ms(a)); | "
                        + "dev.shipgate.decision.Limit.valueOf(null) | "
                        + "dev.shipgate.decision.Limit.valueOf(null) != null before it?",
                "if ($m.p95Ms() > 5) { insert(new Failure(null, \"x\", \"y\")); } | $m.p95Ms() | $m.p95Ms != null, under \"when\"?",
                "Double p95 = $m.p95Ms(); insert(new Budget(\"a\").p95Ms(p95)); | p95 | p95 != null before it?"
            })
    void warnsOfAConsequenceThatFailsWithoutAValue(String then, String part, String hint) {
        assertThat(Slips.ofConsequence("Release($version : version) $m : RouteMetrics($cost : costPerSuccess)", then))
                .containsExactly("WARNING may-fail load-gate/a.drl:13 The rule fails where there is no " + part
                        + ", so that the request gets no verdict. Maybe " + hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean bad(RouteMetrics m) { return m.p95Ms() > 800; } | RouteMetrics(bad(this)) | every RouteMetrics | p95Ms | "
                        + "p95Ms != null before it, between the same brackets?",
                "boolean bad(Double p95) { return p95 > 800; } | RouteMetrics(bad(p95Ms)) | every RouteMetrics | p95Ms | "
                        + "p95Ms != null before it, between the same brackets?",
                "boolean bad(RouteMetrics m) { return m.p95Ms() > 800; } | $m : RouteMetrics() eval(bad($m)) | "
                        + "all facts before it | $m.p95Ms | $m.p95Ms != null && before it?"
            })
    void readsWhatFunctionsDoWithWhatTheyAreGiven(
            String function, String when, String facts, String field, String hint) {
        assertThat(Slips.of("function " + function + "\n" + Slips.rule("r", when, FAILS)))
                .containsExactly(
                        "WARNING may-fail load-gate/a.drl:12 This is tried on " + facts + ", whatever the other "
                                + "lines of the rule ask for, and fails where there is no " + field
                                + ", so that the request gets no "
                                + "verdict. Maybe " + hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean bad(RouteMetrics m) { return m.p95Ms() > 800; } | RouteMetrics(p95Ms != null, bad(this))",
                "boolean bad(RouteMetrics m) { return m.p95Ms() > 800; } | $m : RouteMetrics(p95Ms != null) eval(bad($m))",
                "boolean bad(RouteMetrics m) { return m.p95Ms() != null && m.p95Ms() > 800; } | RouteMetrics(bad(this))",
                "boolean bad(Double p95) { return p95 == null; } | RouteMetrics(bad(p95Ms))",
                "boolean bad(RouteMetrics m) { return m.route().length() > 5 && bad(m); } | RouteMetrics(bad(this))"
            })
    void takesFunctionsThatDoNotFail(String function, String when) {
        assertThat(Slips.of("function " + function + "\n" + Slips.rule("r", when, FAILS)))
                .isEmpty();
    }

    @Test
    void readsWhatFunctionsTakeFromAConsequence() {
        assertThat(Slips.of("function int length(String text) { return text.length(); }\n"
                        + "function double twice(double value) { return 2 * value; }\n"
                        + Slips.rule(
                                "r",
                                "RouteMetrics($cost : costPerSuccess)",
                                "insert(new Budget(\"a\").p95Ms(twice($cost)));")))
                .containsExactly(
                        "WARNING may-fail load-gate/a.drl:15 The rule fails where there is no $cost, so that the "
                                + "request gets no verdict. Maybe costPerSuccess != null, under \"when\"?");
    }

    @Test
    void warnsOfAnAverageOfNothingInAConsequence() {
        assertThat(Slips.ofConsequence(
                        "accumulate(RouteMetrics($e : errorRate); $m : average($e), $n : count($e); $n > 0)",
                        "insert(new Budget(\"a\").errorRate($m));"))
                .containsExactly("WARNING may-fail load-gate/a.drl:13 The rule fails where there is no $m, so that the "
                        + "request gets no verdict. Maybe $m != null, under \"when\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RouteMetrics($cost : costPerSuccess, costPerSuccess != null) | insert(new Budget(\"a\").p95Ms($cost * 2));",
                "RouteMetrics($cost : costPerSuccess) | insert(new Failure(null, \"x\", \"It costs \" + $cost + \".\"));",
                "$m : RouteMetrics(costPerSuccess != null) | insert(new Budget(\"a\").costPerSuccess($m.costPerSuccess() * 2));",
                "RouteMetrics($c : costPerSuccess) | if ($c != null) { insert(new Budget(\"a\").costPerSuccess($c)); }",
                "$m : RouteMetrics() | if ($m.costPerSuccess() != null) { insert(new Budget(\"a\").p95Ms($m.costPerSuccess())); }",
                "RouteMetrics($c : costPerSuccess) | insert(new Budget(\"a\").costPerSuccess(dev.shipgate.decision.Limit.ofCaller($c)));",
                "RouteMetrics($cost : costPerSuccess) | insert(new Failure(null, \"x\", String.valueOf($cost)));",
                "RouteMetrics($cost : costPerSuccess) | insert(new Failure(null, \"x\", String.format(\"%s\", $cost)));",
                "Release($s : service) | insert(new Failure(null, \"x\", \"\" + \"web\".equals($s)));"
            })
    void takesConsequencesThatDoNotFail(String when, String then) {
        assertThat(Slips.ofConsequence(when, then)).isEmpty();
    }
}
