package dev.shipgate.decision.http;

import static dev.shipgate.http.ProblemClient.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong value at a time: 400, with a pointer to it, its value, and the values that are allowed. */
@QuarkusTest
class InvalidValueTest {

    private static final String NOT_NEGATIVE = "must be a number, 0 or more, but is ";
    private static final String RATIO = "must be a number between 0 and 1, but is ";

    @Test
    void aStringForANumberIsRefused() {
        assertThat(ofRoute("p95_ms", "\"640\"")).isEqualTo(NOT_NEGATIVE + "the string \"640\".");
        assertThat(ofRoute("error_rate", "\"\"")).isEqualTo(RATIO + "the string \"\".");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "{}, an object", "[], an array", "[1], an array"})
    void anotherTypeForANumberIsRefused(String value, String words) {
        assertThat(ofRoute("p95_ms", value)).isEqualTo(NOT_NEGATIVE + words + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "1e999, 1e999",
        "-1e999, -1e999",
        "'\"NaN\"', 'the string \"NaN\"'",
        "'\"Infinity\"', 'the string \"Infinity\"'",
        "'\"1e999\"', 'the string \"1e999\"'"
    })
    void whatIsNoFiniteNumberIsRefusedInEveryFieldAndSpelling(String value, String words) {
        assertThat(ofRoute("p95_ms", value)).isEqualTo(NOT_NEGATIVE + words + ".");
        assertThat(ofRoute("error_rate", value)).isEqualTo(RATIO + words + ".");
        assertThat(ofRoute("cost_per_success", value)).isEqualTo(NOT_NEGATIVE + words + ".");
        assertThat(ofRoute("task_success_delta", value))
                .isEqualTo("must be a number between -1 and 1, but is " + words + ".");
        assertThat(ofRoute("ttft_p95_ms", value)).isEqualTo(NOT_NEGATIVE + words + ".");
        assertThat(ofRoute("balance", value)).isEqualTo("must be a number, but is " + words + ".");
        assertThat(ofBudget("p95_ms", value)).isEqualTo(NOT_NEGATIVE + words + ".");
    }

    @ParameterizedTest
    @CsvSource({"p95_ms, -1", "p95_ms, -0.001", "cost_per_success, -5"})
    void aNegativeValueIsRefused(String field, String value) {
        assertThat(ofRoute(field, value)).isEqualTo(NOT_NEGATIVE + value + ".");
        assertThat(ofBudget(field, value)).isEqualTo(NOT_NEGATIVE + value + ".");
    }

    @ParameterizedTest
    @CsvSource({"1.5, ' Maybe it is a percentage?'", "99, ' Maybe it is a percentage?'", "101, ''", "-0.1, ''"})
    void aRateOutsideZeroToOneIsRefusedWithAHintWhereOneHelps(String value, String hint) {
        assertThat(ofRoute("error_rate", value)).isEqualTo(RATIO + value + "." + hint);
        assertThat(ofBudget("error_rate", value)).isEqualTo(RATIO + value + "." + hint);
    }

    @ParameterizedTest
    @CsvSource({"2, ' Maybe it is a percentage?'", "-1.01, ' Maybe it is a percentage?'"})
    void aDeltaBeyondOneIsRefused(String value, String hint) {
        String expected = "must be a number between -1 and 1, but is " + value + "." + hint;
        assertThat(ofRoute("task_success_delta", value)).isEqualTo(expected);
        assertThat(ofBudget("min_gain_for_cost_overrun", value)).isEqualTo(expected);
    }

    @Test
    void aFieldThatNoBudgetHasIsRefused() {
        assertThat(ofBudget("p95", "1"))
                .isEqualTo("There is no such field here."
                        + " Maybe one of [cost_per_success, error_rate, min_gain_for_cost_overrun, p95_ms]?");
    }

    @Test
    void aBudgetThatIsNullIsRefused() {
        assertThat(problems(400, "/v1/load-gate", "{\"budgets\":{\"find\":null}}"))
                .containsExactly(Map.entry("/budgets/find", "is null. Leave the budget out, or give it limits."));
    }

    @ParameterizedTest
    @CsvSource({"/v1/load-gate", "/v1/retry-storms", "/v1/capacity", "/v1/release-readiness"})
    void aReleaseThatIsNotWrittenInStringsIsRefusedEverywhere(String path) {
        String body = "{\"service\":5,\"environment\":[],\"version\":{},\"labels\":{\"track\":true}}";
        assertThat(problems(400, path, body))
                .contains(
                        Map.entry("/service", "must be a string, but is 5."),
                        Map.entry("/environment", "must be a string, but is an array."),
                        Map.entry("/version", "must be a string, but is an object."),
                        Map.entry("/labels/track", "must be a string, but is true."));
    }

    @Test
    void anArrayOfRoutesIsRefused() {
        assertThat(problems(400, "/v1/load-gate", "{\"routes\":[{\"p95_ms\":1}]}"))
                .containsExactly(Map.entry("/routes", "must be an object, but is an array."));
    }

    @Test
    void aNumberForARouteIsRefused() {
        assertThat(problems(400, "/v1/load-gate", "{\"routes\":{\"find\":640}}"))
                .containsExactly(Map.entry("/routes/find", "must be an object, but is 640."));
    }

    private static String ofRoute(String field, String value) {
        return only(
                "/routes/find/" + field, "{\"service\":\"s\",\"routes\":{\"find\":{\"" + field + "\":" + value + "}}}");
    }

    private static String ofBudget(String field, String value) {
        return only(
                "/budgets/find/" + field,
                "{\"service\":\"s\",\"budgets\":{\"find\":{\"" + field + "\":" + value + "}}}");
    }

    /** The detail of the only problem, which must be the one at the pointer. */
    private static String only(String pointer, String body) {
        var problems = problems(400, "/v1/load-gate", body);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).getKey()).isEqualTo(pointer);
        return problems.get(0).getValue();
    }
}
