package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are not what they read like. */
class NumberSlipsTest {

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

    @Test
    void refusesADivisionOfWholeNumbersThatLosesItsRest() {
        assertThat(Slips.ofCondition("RouteMetrics(errorRate > 2/100)"))
                .containsExactly(
                        "ERROR whole-division" + AT + "2 / 100 divides whole numbers, and is 0. Maybe 2.0 / 100?");
        assertThat(Slips.ofConsequence("Release()", "insert(new Budget(\"a\").errorRate(2/100));"))
                .containsExactly("ERROR whole-division load-gate/a.drl:13 2 / 100 divides whole numbers, and is 0. "
                        + "Maybe 2.0 / 100?");
        assertThat(Slips.of("function double f() { return 2/100; }\n" + Slips.rule("r", "Release()", "insert(f());")))
                .containsExactly("ERROR whole-division load-gate/a.drl:10 2 / 100 divides whole numbers, and is 0. "
                        + "Maybe 2.0 / 100?");
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 5 / 0)"))
                .containsExactly("ERROR whole-division" + AT + "5 / 0 divides by zero.");
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
        assertThat(Slips.ofCondition("RouteMetrics(p95Ms > 0, p95Ms > 0.7, p95Ms > 700)"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Release(version >= \"2.0\") | version >= \"2.0\" compares letter by letter, and 10 comes before 2. Numbers "
                        + "that have an order are sent as metrics. Maybe version == \"2.0\"?",
                "Release(service == 5) | service is a text, and 5 a number. Maybe service == \"5\"?",
                "Release(service in (\"a\", 5)) | service is a text, and 5 a number. Maybe service in \"5\"?",
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
                "Release(version == \"2.0\")",
                "Release(labels[\"released_on\"] >= \"2026-01-01\", labels[\"released_on\"] == null)",
                "Release(version.length() > 5, version == null)",
                "RouteMetrics(p95Ms > 800)"
            })
    void takesTextsAsTexts(String condition) {
        assertThat(Slips.ofCondition(condition)).noneMatch(slip -> slip.contains("text-and-number"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "p95Ms > 800 && < 900 ; p95Ms > 800 && p95Ms < 900",
                "p95Ms (> 800 && < 900) ; p95Ms > 800 && p95Ms < 900",
                "p95Ms == 1 || == 2 ; p95Ms == 1 || p95Ms == 2"
            })
    void warnsOfHalfConstraints(String condition, String whole) {
        assertThat(Slips.ofCondition("RouteMetrics(" + condition + ")"))
                .containsExactly("WARNING half-constraint" + AT
                        + "The next parser of the engine does not read a comparison without its left side. Maybe "
                        + whole
                        + "?");
    }
}
