package dev.shipgate.policy.lint.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that fail for some of the facts that they are tried on. */
class FailingConditionsTest {

    private static final String AT = " load-gate/a.drl:11 ";
    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "RouteMetrics(others[\"x\"] * 2 > 5) ~ every RouteMetrics ~ others[\"x\"]",
                "RouteMetrics(p95Ms > costPerSuccess * 2) ~ every RouteMetrics ~ costPerSuccess",
                "RouteMetrics(-costPerSuccess < 2) ~ every RouteMetrics ~ costPerSuccess",
                "Release(service == \"web\", labels[\"tier\"].length() > 1) ~ every Release ~ labels[\"tier\"]",
                "Release(service.length > 1) ~ every Release ~ service",
                "RouteMetrics(Math.abs(taskSuccessDelta) > 0.1) ~ every RouteMetrics ~ taskSuccessDelta",
                "RouteMetrics(Double.compare(p95Ms, 5) > 0) ~ every RouteMetrics ~ p95Ms",
                "RouteMetrics(others[\"x\"] * 2 > 5 && others[\"x\"] != null) ~ every RouteMetrics ~ others[\"x\"]",
                "RouteMetrics(others[\"x\"] != null || others[\"x\"] * 2 > 5) ~ every RouteMetrics ~ others[\"x\"]",
                "RouteMetrics(!(others[\"x\"] == null || p95Ms > 5) || others[\"x\"] * 2 > 5) ~ every RouteMetrics ~ others[\"x\"]",
                "RouteMetrics(others[\"x\"] * 2 > 5, others[\"x\"] != null) ~ every RouteMetrics ~ others[\"x\"]",
                "RouteMetrics(p95Ms == costPerSuccess, p95Ms * 2 > 5) ~ every RouteMetrics ~ p95Ms",
                "BudgetedRoute($limit : costLimit, costLimit != null) RouteMetrics(p95Ms > $limit, p95Ms * 2 > 5) ~ "
                        + "every RouteMetrics ~ p95Ms",
                "BudgetedRoute(errorLimit < 1 || errorLimit == null, errorLimit * 2 > 1) ~ every BudgetedRoute ~ errorLimit",
                "accumulate(RouteMetrics($e : errorRate); $m : average(100 - errorRate * 100); $m > 5) RouteMetrics(-p95Ms < 1)"
                        + " ~ every RouteMetrics ~ p95Ms"
            })
    void warnsOfAConditionThatFailsWithoutAValue(String when, String facts, String field) {
        assertThat(Slips.ofCondition(when))
                .contains("WARNING may-fail" + AT + "This is tried on " + facts + ", whatever the other lines of the "
                        + "rule ask for, and fails where there is no " + field
                        + ", so that the request gets no verdict. "
                        + "Maybe " + field + " != null before it, between the same brackets?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RouteMetrics($x : others[\"x\"]) BudgetedRoute(p95Ms > 2 * $x) | every BudgetedRoute | others[\"x\"] | "
                        + "$x != null before it, between the same brackets?",
                "$m : RouteMetrics() BudgetedRoute(p95Ms > 2 * $m.p95Ms) | every BudgetedRoute | $m.p95Ms | "
                        + "$m.p95Ms != null before it, between the same brackets?",
                "Release($l : labels[\"x\"]) eval($l.length() > 2) | all facts before it | labels[\"x\"] | "
                        + "$l != null && before it?",
                "Release() accumulate(RouteMetrics($e : errorRate); $m : max(100 - $e * 100), $n : count($e); $n > 5) | "
                        + "every RouteMetrics | errorRate | $e != null, between the brackets of RouteMetrics?",
                "accumulate(RouteMetrics($e : errorRate); $m : max($e), $n : count($e); $m * 2 > 1) | every Object | $m | "
                        + "$m != null before it, between the same brackets?",
            })
    void asksByTheNameThatIsKnownThere(String when, String facts, String field, String hint) {
        assertThat(Slips.ofCondition(when))
                .filteredOn(slip -> slip.contains("may-fail"))
                .containsExactly("WARNING may-fail" + AT + "This is tried on " + facts
                        + ", whatever the other lines of the rule ask for, and fails where there is no " + field
                        + ", so that the request gets no verdict. Maybe " + hint);
    }

    @Test
    void readsWhatFunctionsTake() {
        String percent = "function double percent(double part, double whole) { return part / whole; }\n";
        assertThat(Slips.of(percent + Slips.rule("r", "RouteMetrics(percent(costPerSuccess, 5) < 90)", FAILS)))
                .containsExactly(
                        "WARNING may-fail load-gate/a.drl:12 This is tried on every RouteMetrics, whatever the "
                                + "other lines of the rule ask for, and fails where there is no costPerSuccess, so that the request "
                                + "gets no verdict. Maybe costPerSuccess != null before it, between the same brackets?");
        assertThat(Slips.of(percent.replace("double part", "Double part").replace("part /", "part == null ? 0 : part /")
                        + Slips.rule("r", "RouteMetrics(percent(costPerSuccess, 5) < 90)", FAILS)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Integer.parseInt(labels[\"tier\"]) > 1",
                "Double.valueOf(labels[\"tier\"]) > 1",
                "LocalDate.parse(labels[\"tier\"]).isAfter(LocalDate.parse(\"2026-01-01\"))",
                "new java.math.BigDecimal(labels[\"tier\"]) > 1",
                "Integer.decode(labels[\"tier\"]) > 1"
            })
    void warnsOfAConditionThatFailsOnOtherTexts(String condition) {
        assertThat(Slips.ofCondition("Release(service == \"web\", labels[\"tier\"] != null, " + condition + ")"))
                .containsExactly(
                        "WARNING may-fail" + AT + "This is tried on every Release, whatever the other lines of the "
                                + "rule ask for, and fails where labels[\"tier\"] is another text, so that the request gets no "
                                + "verdict. Maybe labels[\"tier\"].matches(\"...\") before it, between the same brackets?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Release(version != null, version.substring(0, 3) == \"1.2\") | every Release | version is a shorter text | "
                        + "version.length() > ...",
                "Release(labels[\"t\"] != null, labels[\"t\"].charAt(0) == 'a') | every Release | labels[\"t\"] is a shorter "
                        + "text | labels[\"t\"].length() > ...",
                "RouteMetrics(missing.get(0) == \"p95_ms\") | every RouteMetrics | missing is a shorter list | "
                        + "missing.size() > ...",
                "RouteMetrics(missing[0] == \"p95_ms\") | every RouteMetrics | missing is a shorter list | "
                        + "missing.size() > ..."
            })
    void warnsOfAPlaceThatMayNotExist(String when, String facts, String otherwise, String hint) {
        assertThat(Slips.ofCondition(when))
                .filteredOn(slip -> slip.contains("may-fail"))
                .containsExactly("WARNING may-fail" + AT + "This is tried on " + facts
                        + ", whatever the other lines of the rule ask for, and fails where " + otherwise
                        + ", so that the request gets no verdict. Maybe " + hint
                        + " before it, between the same brackets?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouteMetrics(others[\"x\"] != null, others[\"x\"] * 2 > 5)",
                "RouteMetrics(others[\"x\"] != null && others[\"x\"] * 2 > 5)",
                "RouteMetrics(p95Ms <= 5, p95Ms * 2 > 1)",
                "RouteMetrics(p95Ms == 1 || == 2, p95Ms * 2 > 1)",
                "BudgetedRoute($limit : costLimit, costLimit != null) RouteMetrics(p95Ms > $limit && p95Ms * 2 > 5)",
                "BudgetedRoute($limit : costLimit, costLimit != null) RouteMetrics(p95Ms > $limit, p95Ms * $limit > 5)",
                "BudgetedRoute($limit : costLimit, costLimit != null) RouteMetrics($p : p95Ms, $p != null, $p * $limit > 5)",
                "RouteMetrics(others[\"x\"] == null || others[\"x\"] * 2 > 5)",
                "RouteMetrics($x : others[\"x\"], others[\"x\"] != null) BudgetedRoute(p95Ms > 2 * $x)",
                "Release(labels[\"n\"] != null, labels[\"n\"].matches(\"[0-9]+\"), Integer.parseInt(labels[\"n\"]) > 1)",
                "RouteMetrics(route.length > 5, missing.size() > 1)",
                "RouteMetrics(p95Ms > 800, route > \"a\")",
                "RouteMetrics(taskSuccessDelta != null, Math.abs(taskSuccessDelta) > 0.1)",
                "RouteMetrics(!(others[\"x\"] == null) && others[\"x\"] * 2 > 5)",
                "RouteMetrics((p95Ms > 5 && others[\"x\"] != null) && others[\"x\"] * 2 > 5)",
                "RouteMetrics(others.containsKey(\"x\"), others[\"x\"] * 2 > 5)",
                "RouteMetrics(p95Ms == 1 || p95Ms == 2, p95Ms * 2 > 1)",
                "Budget(errorRate != null, errorRate.value > 0.5)",
                "$m : RouteMetrics(p95Ms > 5) BudgetedRoute(p95Ms > 2 * $m.p95Ms)",
                "$m : RouteMetrics(others[\"x\"] > 5, others[\"x\"] != null) BudgetedRoute(p95Ms > 2 * $m.others[\"x\"])",
                "Release(service + \"/\" + environment == \"web/production\")",
                "Release(String.valueOf(service) == \"web\", Boolean.parseBoolean(labels[\"beta\"]))",
                "Release(version != null, version.matches(\"[0-9.]{3,}\"), version.substring(0, 3) == \"1.2\")",
                "Release(version str[length] 5, version.substring(0, 3) == \"1.2\")",
                "RouteMetrics(missing.size > 0, missing.get(0) == \"p95_ms\")",
                "RouteMetrics(!missing.isEmpty() && missing[0] == \"p95_ms\")"
            })
    void takesConditionsThatAskBefore(String when) {
        assertThat(Slips.ofCondition(when)).noneMatch(slip -> slip.contains("may-fail"));
    }

    @Test
    @Timeout(20)
    void readsEachOfManyCallsInARowOnce() {
        String calls = ".trim()".repeat(49);
        assertThat(Slips.ofCondition("RouteMetrics(route" + calls + " == \"a\")"))
                .isEmpty();
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($route : route)", "insert(new Failure(null, \"x\", $route" + calls + "));"))
                .isEmpty();
    }
}
