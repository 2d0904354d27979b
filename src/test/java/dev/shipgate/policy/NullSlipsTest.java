package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds, or fails, where there is no value. */
class NullSlipsTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "environment != \"production\" | environment",
                "environment not in (\"a\", \"b\") | environment",
                "!(environment == \"production\") | environment",
                "labels[\"x\"] != \"y\" | labels[\"x\"]",
                "labels[\"x\"] not contains \"y\" | labels[\"x\"]",
                "labels[\"x\"] not memberOf \"abc\" | labels[\"x\"]",
                "service == \"web\" && version != \"1\" | version"
            })
    void warnsOfANegationThatAlsoHoldsWithoutAValue(String condition, String field) {
        assertThat(Slips.ofCondition("Release(" + condition + ")"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("WARNING negation-of-null" + AT)
                .endsWith("also holds where there is no " + field + ". Maybe " + field
                        + " != null, before it? Or, if that is meant, " + field + " == null || before it?");
    }

    @Test
    void warnsOfAnOrderThatIsDenied() {
        assertThat(Slips.ofCondition("RouteMetrics(!(p95Ms > 800))"))
                .containsExactly("WARNING negation-of-null" + AT + "!(p95Ms > 800) also holds where there is no p95Ms. "
                        + "Maybe p95Ms != null, before it? Or, if that is meant, p95Ms == null || before it?");
        assertThat(Slips.ofCondition("not RouteMetrics(p95Ms > 800)"))
                .containsExactly(
                        "WARNING negation-of-null" + AT + "\"not\" with p95Ms > 800 also holds where there is no "
                                + "p95Ms. Maybe p95Ms == null || before it? Or, if that is meant, p95Ms != null, before it?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(environment != null, environment != \"production\")",
                "Release(environment == null || environment != \"production\")",
                "Release(environment == \"a\", environment != \"b\")",
                "Release(labels[\"x\"] != null)",
                "Release(labels[\"x\"] == null || labels[\"x\"] != \"y\")",
                "RouteMetrics(route != \"find\")",
                "not RouteMetrics(route == \"find\")",
                "not RouteMetrics(p95Ms == null || p95Ms > 800)",
                "not RouteMetrics(p95Ms != null, p95Ms > 800)",
                "not RouteMetrics(p95Ms != null)",
                "exists RouteMetrics(p95Ms > 800)",
                "not RouteMetrics(missing.size == 0, p95Ms > 800)"
            })
    void takesNegationsThatSayWhatIsMeant(String when) {
        assertThat(Slips.ofCondition(when)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "RouteMetrics(others[\"x\"] * 2 > 5) | every RouteMetrics | others[\"x\"]",
                "RouteMetrics(p95Ms > costPerSuccess * 2) | every RouteMetrics | costPerSuccess",
                "RouteMetrics(-costPerSuccess < 2) | every RouteMetrics | costPerSuccess",
                "Release(service == \"web\", labels[\"tier\"].length() > 1) | every Release | labels[\"tier\"]",
                "Release(service.length > 1) | every Release | service",
                "RouteMetrics($x : others[\"x\"]) BudgetedRoute(p95Ms > 2 * $x) | every BudgetedRoute | others[\"x\"]",
                "Release($l : labels[\"x\"]) eval($l.length() > 2) | all facts before it | labels[\"x\"]"
            })
    void warnsOfAConditionThatFailsWithoutAValue(String when, String facts, String field) {
        assertThat(Slips.ofCondition(when))
                .containsExactly(
                        "WARNING may-fail" + AT + "This is tried on " + facts + ", whatever the other lines of the "
                                + "rule ask for, and fails where there is no " + field
                                + ", so that the request gets no verdict. "
                                + "Maybe " + field + " != null before it, between the same brackets?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Integer.parseInt(labels[\"tier\"]) > 1",
                "Double.valueOf(labels[\"tier\"]) > 1",
                "LocalDate.parse(labels[\"tier\"]).isAfter(LocalDate.parse(\"2026-01-01\"))"
            })
    void warnsOfAConditionThatFailsOnOtherTexts(String condition) {
        assertThat(Slips.ofCondition("Release(service == \"web\", labels[\"tier\"] != null, " + condition + ")"))
                .containsExactly(
                        "WARNING may-fail" + AT + "This is tried on every Release, whatever the other lines of the "
                                + "rule ask for, and fails where labels[\"tier\"] is another text, so that the request gets no "
                                + "verdict. Maybe labels[\"tier\"].matches(\"...\") before it, between the same brackets?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouteMetrics(others[\"x\"] != null, others[\"x\"] * 2 > 5)",
                "RouteMetrics(others[\"x\"] != null && others[\"x\"] * 2 > 5)",
                "RouteMetrics(p95Ms <= 5, p95Ms * 2 > 1)",
                "RouteMetrics(others[\"x\"] == null || others[\"x\"] * 2 > 5)",
                "RouteMetrics($x : others[\"x\"], others[\"x\"] != null) BudgetedRoute(p95Ms > 2 * $x)",
                "Release(labels[\"n\"] != null, labels[\"n\"].matches(\"[0-9]+\"), Integer.parseInt(labels[\"n\"]) > 1)",
                "RouteMetrics(route.length > 5, missing.size() > 1)",
                "RouteMetrics(p95Ms > 800, route > \"a\")"
            })
    void takesConditionsThatAskBefore(String when) {
        assertThat(Slips.ofCondition(when)).isEmpty();
    }

    @Test
    void warnsOfAConsequenceThatFailsWithoutAValue() {
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($cost : costPerSuccess)",
                        "double twice = $cost * 2; insert(new Budget(\"a\").p95Ms(twice));"))
                .containsExactly(
                        "WARNING may-fail load-gate/a.drl:13 The rule fails where there is no $cost, so that the "
                                + "request gets no verdict. Maybe a condition that it is not null, under \"when\"?");
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($cost : costPerSuccess, costPerSuccess != null)",
                        "insert(new Budget(\"a\").p95Ms($cost * 2));"))
                .isEmpty();
        assertThat(Slips.ofConsequence(
                        "RouteMetrics($cost : costPerSuccess)",
                        "insert(new Failure(null, \"x\", \"It costs \" + $cost + \".\"));"))
                .isEmpty();
    }
}
