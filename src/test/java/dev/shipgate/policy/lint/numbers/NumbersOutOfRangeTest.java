package dev.shipgate.policy.lint.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are never there, because their field has a range. */
class NumbersOutOfRangeTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "errorRate > 5 | errorRate is a number between 0 and 1, so errorRate > 5 never holds. Maybe 0.05?",
                "errorRate > 1 | errorRate is a number between 0 and 1, so errorRate > 1 never holds. Maybe 0.01?",
                "5 < errorRate | errorRate is a number between 0 and 1, so 5 < errorRate never holds. Maybe 0.05?",
                "errorRate <= 5 | errorRate is a number between 0 and 1, so errorRate <= 5 always holds. Maybe 0.05?",
                "errorRate in (0.1, 5) | errorRate is a number between 0 and 1, so errorRate == 5 never holds. Maybe 0.05?",
                "$e : errorRate >= 2.5 | errorRate is a number between 0 and 1, so errorRate >= 2.5 never holds. Maybe 0.025?",
                "taskSuccessDelta > 2 | taskSuccessDelta is a number between -1 and 1, so taskSuccessDelta > 2 never holds. Maybe 0.02?",
                "p95Ms < 0 | p95Ms is a number, 0 or more, so p95Ms < 0 never holds.",
                "p95Ms > -1 | p95Ms is a number, 0 or more, so p95Ms > -1 always holds."
            })
    void warnsOfANumberThatAFieldCannotHave(String condition, String message) {
        assertThat(Slips.ofCondition("RouteMetrics(" + condition + ")"))
                .containsExactly("WARNING out-of-range" + AT + message);
    }

    @ParameterizedTest
    @CsvSource({"p95Ms > 0.8, p95Ms", "others[\"ttft_ms\"] == null || others[\"ttft_ms\"] > 0.8, others[\"ttft_ms\"]"})
    void warnsOfMillisecondsThatWereWrittenAsSeconds(String condition, String field) {
        assertThat(Slips.ofCondition("RouteMetrics(" + condition + ")"))
                .containsExactly("WARNING out-of-range" + AT + field
                        + " is in milliseconds, and 0.8 is less than one. Maybe 800?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.25 | p95Ms is in milliseconds, and 0.25 is less than one. Maybe 250?",
                "1.500 | p95Ms is in milliseconds, and a point does not stand for thousands: 1.500 is less than 2. Maybe 1500?",
                "12.000 | p95Ms is in milliseconds, and a point does not stand for thousands: 12.000 is less than 13. Maybe 12000?"
            })
    void warnsOfALimitInSecondsOrWithAPointForThousands(String limit, String message) {
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"find\").p95Ms(" + limit + "));"))
                .containsExactly("WARNING out-of-range load-gate/a.drl:13 " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "12.25", "250", "1500.0"})
    void takesALimitThatMayBeMeant(String limit) {
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"find\").p95Ms(" + limit + "));"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "others[\"ttft_ms\"] > -1, others[\"ttft_ms\"], always",
        "others[\"hit_rate\"] < 0, others[\"hit_rate\"], never",
        "others[\"retry_count\"] == -1, others[\"retry_count\"], never",
        "others[\"samples\"] < 0, others[\"samples\"], never",
        "others.get(\"contradicting_status\") < 0, others[\"contradicting_status\"], never"
    })
    void warnsOfANumberThatAnEntryOfThisNameCannotHave(String comparison, String entry, String how) {
        assertThat(Slips.ofCondition("RouteMetrics(" + entry + " == null || " + comparison + ")"))
                .containsExactly("WARNING out-of-range" + AT + entry + " is a number, 0 or more, so " + comparison + " "
                        + how + " holds.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "errorRate(5) | The rule fails each time: errorRate must be a number between 0 and 1, and not 5. Maybe 0.05?",
                "errorRate(1) | Nothing is more than 1, so as errorRate it lets everything through. Maybe 0.01?",
                "p95Ms(-5) | The rule fails each time: p95Ms must be a number, 0 or more, and not -5.",
                "minGainForCostOverrun(2) | The rule fails each time: minGainForCostOverrun must be a number between -1 and 1, "
                        + "and not 2. Maybe 0.02?"
            })
    void warnsOfALimitThatABudgetCannotHave(String call, String message) {
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"a\").p95Ms(800)\n    ." + call + ");"))
                .containsExactly("WARNING out-of-range load-gate/a.drl:14 " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "average($e) | $x > 5 | $x is a number between 0 and 1, so $x > 5 never holds. Maybe 0.05?",
                "max($e) | $x >= 5 | $x is a number between 0 and 1, so $x >= 5 never holds. Maybe 0.05?",
                "min($d) | $x > 2 | $x is a number between -1 and 1, so $x > 2 never holds. Maybe 0.02?",
                "count($e) | $x < 0 | $x is a number, 0 or more, so $x < 0 never holds.",
                "sum($e) | $x < 0 | $x is a number, 0 or more, so $x < 0 never holds."
            })
    void knowsTheRangeOfWhatIsAccumulated(String function, String condition, String message) {
        assertThat(Slips.of(Slips.rule("no route", "not RouteMetrics()", "insert(new Failure(null, \"x\", \"y\"));")
                        + Slips.rule(
                                "r",
                                "accumulate(RouteMetrics($e : errorRate, $d : taskSuccessDelta); $x : " + function
                                        + "; " + condition + ")",
                                "insert(new Failure(null, \"x\", \"y\"));")))
                .containsExactly("WARNING out-of-range load-gate/a.drl:16 " + message);
    }

    @Test
    void knowsThatASumOfRatesMayBeMoreThanOne() {
        assertThat(Slips.ofCondition("accumulate(RouteMetrics($e : errorRate, $d : taskSuccessDelta); $x : sum($e), "
                        + "$y : sum($d); $x > 1, $y < -1)"))
                .isEmpty();
    }

    @Test
    void knowsTheRangeOfALimitByItsBudget() {
        assertThat(Slips.ofCondition("Budget(errorRate != null, errorRate.value > 5)"))
                .containsExactly("WARNING out-of-range" + AT + "errorRate.value is a number between 0 and 1, so "
                        + "errorRate.value > 5 never holds. Maybe 0.05?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "if ($m.errorRate() > 5) { | $m.errorRate is a number between 0 and 1, so $m.errorRate() > 5 never holds. Maybe 0.05?",
                "if ($e <= 5 && $e > 0) { | errorRate is a number between 0 and 1, so $e <= 5 always holds. Maybe 0.05?",
                "double limit = 5; insert(new Budget(\"a\").errorRate(limit)); { | The rule fails each time: errorRate must be a "
                        + "number between 0 and 1, and not 5. Maybe 0.05?",
                "double rate = $e; if (rate > 5) { | errorRate is a number between 0 and 1, so rate > 5 never holds. Maybe 0.05?"
            })
    void warnsOfANumberThatIsNeverThereInJava(String then, String message) {
        assertThat(Slips.ofConsequence(
                        "$m : RouteMetrics($e : errorRate, errorRate != null)",
                        then + "\n    insert(new Failure(null, \"x\", \"y\")); }"))
                .containsExactly("WARNING out-of-range load-gate/a.drl:13 " + message);
    }

    @Test
    void readsWhatFunctionsCompareReturnAndHandOn() {
        String budget = """
                function Budget budget(String route, double p95Ms, double rate) {
                    return new Budget(route).p95Ms(p95Ms * 2).errorRate(rate);
                }
                """;
        String percent = "The rule fails each time: errorRate must be a number between 0 and 1, and not 5. Maybe 0.05?";
        assertThat(Slips.of("function boolean bad(RouteMetrics m) { return m.errorRate() > 5; }\n"
                        + Slips.rule(
                                "r",
                                "$m : RouteMetrics(errorRate != null)",
                                "if (bad($m)) { insert(new Failure(null, \"x\", \"y\")); }")))
                .containsExactly("WARNING out-of-range load-gate/a.drl:10 m.errorRate is a number between 0 and 1, so "
                        + "m.errorRate() > 5 never holds. Maybe 0.05?");
        assertThat(Slips.of(budget + Slips.rule("r", "Release()", "insert(budget(\"a\", 200, 0.1).errorRate(5));")))
                .containsExactly("WARNING out-of-range load-gate/a.drl:16 " + percent);
        assertThat(Slips.of(budget + Slips.rule("r", "Release()", "insert(budget(\"a\", -200, 5));")))
                .containsExactly("WARNING out-of-range load-gate/a.drl:16 " + percent);
        assertThat(Slips.of(budget.replace("return new", "if (rate > 1) { rate = rate / 100; }\n    return new")
                        + Slips.rule("r", "Release()", "insert(budget(\"a\", 200, 5));")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit++;", "limit--;", "++limit;", "--limit;", "limit += 2;"})
    void takesANumberThatChangesBeforeItIsGiven(String change) {
        assertThat(Slips.ofConsequence(
                        "Release()", "int limit = -1; " + change + " insert(new Budget(\"a\").p95Ms(limit));"))
                .isEmpty();
        assertThat(Slips.of(
                        "function Budget budget(int limit) { " + change + " return new Budget(\"a\").p95Ms(limit); }\n"
                                + Slips.rule("r", "Release()", "insert(budget(-1));")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "capacity | capacity.Break(step == 0) | step is a whole number, 1 or more, so step == 0 never holds.",
                "capacity | capacity.PassingStep(step < 1) | step is a whole number, 1 or more, so step < 1 never holds.",
                "capacity | capacity.FailingStep(next == 0) | next is a whole number, 1 or more, so next == 0 never holds.",
                "capacity | capacity.FailureRun(first == 0) | first is a whole number, 1 or more, so first == 0 never holds.",
                "capacity | capacity.SupportedStep(step == 0) | step is a whole number, 1 or more, so step == 0 never holds.",
                "capacity | capacity.StepViolation(step == 0) | step is a whole number, 1 or more, so step == 0 never holds.",
                "capacity | capacity.SustainedViolation(firstStep == 0) | firstStep is a whole number, 1 or more, so firstStep == 0 never holds.",
                "capacity | capacity.CapacityWarning(step == 0) | step is a whole number, 1 or more, so step == 0 never holds.",
                "capacity | capacity.Step(concurrency == 0) | concurrency is a whole number, 1 or more, so concurrency == 0 never holds.",
                "capacity | capacity.StepLimits(errorLimit > 5) | errorLimit is a number between 0 and 1, so errorLimit > 5 never holds. Maybe 0.05?",
                "retry-storm | retrystorm.TrafficPoint(dependencyErrorRate > 5) | dependencyErrorRate is a number between 0 and 1, so dependencyErrorRate > 5 never holds. Maybe 0.05?",
                "retry-storm | retrystorm.Thresholds(attemptRatio < 0) | attemptRatio is a number, 0 or more, so attemptRatio < 0 never holds.",
                "readiness | capacity.CapacityResult(maxSupportedConcurrency == 0) | maxSupportedConcurrency is a whole number, 1 or more, so maxSupportedConcurrency == 0 never holds.",
                "readiness | capacity.CapacityResult(requiredConcurrency == 0) | requiredConcurrency is a whole number, 1 or more, so requiredConcurrency == 0 never holds.",
                "readiness | retrystorm.RetryStormResult(alerts < 0) | alerts is a number, 0 or more, so alerts < 0 never holds.",
                "readiness | loadgate.LoadGateResult(failures < 0) | failures is a number, 0 or more, so failures < 0 never holds."
            })
    void knowsTheRangesOfAllFolders(String folder, String condition, String message) {
        assertThat(Slips.of(Map.of(folder + "/a.drl", Slips.rule("r", "dev.shipgate." + condition, ""))))
                .filteredOn(slip -> slip.contains("out-of-range"))
                .containsExactly("WARNING out-of-range " + folder + "/a.drl:11 " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry-storm | retrystorm.Thresholds(1.8, 5) | dependencyErrorRate must be a number between 0 and 1, and not 5. Maybe 0.05?",
                "retry-storm | retrystorm.Thresholds(1.8, 0.1).timesUsual(-1) | timesUsual must be a number, 0 or more, and not -1.",
                "retry-storm | retrystorm.Baseline(1.8, 5, \"policy\") | dependencyErrorRate must be a number between 0 and 1, and not 5. Maybe 0.05?",
                "retry-storm | retrystorm.Thresholds(1.8, 0.1).amplification($t.attemptRatioOr(-1)) | attemptRatioOr must be a number, 0 or more, and not -1.",
                "capacity | capacity.CapacityBudget().errorRate(dev.shipgate.decision.Limit.ofPolicy(5)) | errorRate must be a number between 0 and 1, and not 5. Maybe 0.05?",
                "capacity | capacity.CapacityBudget(null, dev.shipgate.decision.Limit.ofPolicy(5)) | errorRate must be a number between 0 and 1, and not 5. Maybe 0.05?",
                "capacity | capacity.SustainedSteps(0) | steps must be a whole number, 1 or more, and not 0.",
                "capacity | capacity.SupportedStep(0) | step must be a whole number, 1 or more, and not 0.",
                "capacity | capacity.CapacityBudget().errorRate(5) | errorRate must be a number between 0 and 1, and not 5. Maybe 0.05?"
            })
    void knowsTheRangesOfWhatRulesMake(String folder, String made, String message) {
        assertThat(Slips.of(Map.of(
                        folder + "/a.drl",
                        Slips.rule(
                                "r",
                                "dev.shipgate.decision.Release()"
                                        + (made.contains("$t")
                                                ? " $t : dev.shipgate.retrystorm.CallerThresholds()"
                                                : ""),
                                "insert(new dev.shipgate." + made + ");"))))
                .containsExactly("WARNING out-of-range " + folder + "/a.drl:13 The rule fails each time: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "errorRate >= 0, errorRate <= 1, errorRate < 1, errorRate > 0",
                "errorRate == 1",
                "taskSuccessDelta > -0.5",
                "p95Ms >= 0, p95Ms > 100000",
                "others[\"x\"] == null || others[\"x\"] > 5",
                "others[\"score\"] == null || others[\"score\"] > -1",
                "others[\"x_ms\"] == null || others[\"x_ms\"] > 5",
                "errorRate > p95Ms"
            })
    void takesNumbersThatAreThere(String condition) {
        assertThat(Slips.ofCondition("RouteMetrics(" + condition + ")")).isEmpty();
    }
}
