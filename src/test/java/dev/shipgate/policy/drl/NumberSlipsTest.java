package dev.shipgate.policy.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are not what they read like. */
class NumberSlipsTest {

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

    @Test
    void knowsThatCountsAreObjects() {
        assertThat(Slips.ofConsequence(
                        "accumulate(RouteMetrics(); $all : count()) accumulate(RouteMetrics(errorRate > 0.1); $bad : count())",
                        "if ($bad == $all) {\n    insert(new Failure(null, \"x\", \"y\")); }"))
                .containsExactly(
                        "WARNING object-comparison load-gate/a.drl:13 $bad == $all asks in Java whether both are one "
                                + "object, and not whether they are equal. Maybe $bad.equals($all)?");
    }

    @Test
    void knowsThatNobodyHearsOfACount() {
        assertThat(Slips.ofConsequence("accumulate(RouteMetrics(); $n : count())", "insert($n);"))
                .first()
                .asString()
                .startsWith("ERROR foreign-kind load-gate/a.drl:13 Nobody hears of a fact of the kind Long");
        assertThat(Slips.of(Map.of(
                        "readiness/a.drl",
                        "function Failure f() { return new Failure(null, \"x\", \"y\"); }\n"
                                + Slips.rule("r", "CapacityResult()", "insert(f());"))))
                .first()
                .asString()
                .startsWith("ERROR foreign-kind readiness/a.drl:14 Nobody hears of a fact of the kind Failure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p95Ms > 100 / 2", "errorRate > 2.0 / 100", "errorRate > 2 / 100.0", "p95Ms / 3 > 5"})
    void takesDivisionsThatLoseNothing(String condition) {
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms != null, " + condition + ")"))
                .isEmpty();
    }

    @Test
    void refusesNumbersThatBeginWithAZero() {
        String message = "A number that begins with 0 is read as octal in some places and not in others. Maybe 700?";
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0700)")).containsExactly("ERROR octal" + AT + message);
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"a\").p95Ms(0700));"))
                .containsExactly("ERROR octal load-gate/a.drl:13 " + message);
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0800)"))
                .containsExactly("ERROR octal" + AT + message.replace("700", "800"));
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 00)"))
                .containsExactly("ERROR octal" + AT + message.replace("700", "0"));
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0, errorRate > 0.7, p95Ms > 700)"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Release(version >= \"2.0\") | version >= \"2.0\" compares letter by letter, and 10 comes before 2. Numbers "
                        + "that have an order are sent as metrics. Maybe version == \"2.0\"?",
                "Release(version >= \"20262323\") | version >= \"20262323\" compares letter by letter, and 10 "
                        + "comes before 2. Numbers that have an order are sent as metrics. Maybe version == \"20262323\"?",
                "Release(version > \"2026.10\") | version > \"2026.10\" compares letter by letter, and 10 comes before 2. Numbers "
                        + "that have an order are sent as metrics. Maybe version == \"2026.10\"?",
                "Release(service == 5) | service is a text, and 5 a number. Maybe service == \"5\"?",
                "Release(service in (\"a\", 5)) | service is a text, and 5 a number. Maybe \"5\"?",
                "Release(service > 5) | service is a text, and 5 a number. Texts are compared letter by letter: 10 comes "
                        + "before 9.",
                "RouteMetrics(p95Ms > \"800\") | p95Ms is a number, and \"800\" a text. Maybe 800 without the quotes?",
                "RouteMetrics(p95Ms > \"fast\") | p95Ms is a number, and \"fast\" a text."
            })
    void refusesTextsThatAreComparedWithNumbers(String condition, String message) {
        assertThat(Slips.ofCondition(condition)).containsExactly("ERROR text-and-number" + AT + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version >= \"2.0.0-rc1\"",
                "version > \"2026.11.23-9\"",
                "version < \"release-10\"",
                "version > $other",
                "labels[\"build\"] > \"b12\"",
                "version < \"2027\"",
                "labels[\"day\"] > \"2026-11-23-9\""
            })
    void warnsOfAnOrderOfTextsThatAreNoDates(String condition) {
        String left = condition.substring(0, condition.indexOf(' '));
        String right = condition.substring(condition.lastIndexOf(' ') + 1);
        assertThat(Slips.ofCondition("Release($other : service) Release(" + condition + ")"))
                .filteredOn(slip -> slip.contains("text-and-number"))
                .containsExactly(
                        "WARNING text-and-number" + AT + condition + " compares letter by letter, and 10 comes before "
                                + "2. Only dates keep their order, as \"2026-11-23\". Numbers that have an order are sent as metrics. "
                                + "Maybe " + left + " == " + right + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(version == \"2.0\")",
                "Release(labels[\"day\"] >= \"20261123\")",
                "Release(labels[\"month\"] >= \"2026-11\")",
                "Release(version >= \"2026.11.23\")",
                "Release(labels[\"at\"] >= \"2026-11-23T10:00:00Z\")",
                "Release(service > \"m\")",
                "RouteMetrics(route str[length] 10)",
                "Release(labels[\"released_on\"] >= \"2026-01-01\", labels[\"released_on\"] == null)",
                "Release(version.length() > 5, version == null)",
                "RouteMetrics(p95Ms > 800)"
            })
    void takesTextsAsTexts(String condition) {
        assertThat(Slips.ofCondition(condition)).noneMatch(slip -> slip.contains("text-and-number"));
    }
}
