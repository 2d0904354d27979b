package dev.shipgate.policy.lint.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Negations that hold where there is no value. */
class NegationsOfNullTest {

    private static final String AT = " load-gate/a.drl:11 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "environment != \"production\" | environment",
                "\"production\" != environment | environment",
                "!(\"production\" == environment) | environment",
                "!\"production\".equals(environment) | environment",
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
    void warnsOfANegationInAnEval() {
        assertThat(Slips.ofCondition("Release($e : environment) eval($e != \"production\")"))
                .containsExactly(
                        "WARNING negation-of-null" + AT + "$e != \"production\" also holds where there is no $e. "
                                + "Maybe $e != null && before it? Or, if that is meant, $e == null || before it?");
        assertThat(Slips.ofCondition("Release($e : environment) eval($e != null && $e != \"production\")"))
                .isEmpty();
        assertThat(Slips.ofCondition("Release($e : environment, environment != null) eval($e != \"production\")"))
                .isEmpty();
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
}
