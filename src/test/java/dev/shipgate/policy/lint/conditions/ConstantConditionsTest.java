package dev.shipgate.policy.lint.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.policy.lint.Slips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that no value meets, and such that each value meets. */
class ConstantConditionsTest {

    private static final String FAILS = "insert(new Failure(null, \"x\", \"y\"));";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouteMetrics(p95Ms > 800, p95Ms < 500)",
                "RouteMetrics(p95Ms > 800 && p95Ms < 500)",
                "RouteMetrics(p95Ms > 800, p95Ms <= 800)",
                "RouteMetrics(800 < p95Ms, p95Ms < 500)",
                "RouteMetrics(p95Ms == 1, p95Ms == 2)",
                "RouteMetrics(p95Ms == 1.0, p95Ms != 1)",
                "RouteMetrics(p95Ms == 900, p95Ms < 800)",
                "RouteMetrics(p95Ms == null, p95Ms > 800)",
                "RouteMetrics(p95Ms == null, p95Ms != null)",
                "RouteMetrics(p95Ms > null)",
                "RouteMetrics(p95Ms >= 5, p95Ms <= 5, p95Ms != 5)",
                "RouteMetrics(route == \"a\", route == \"b\")",
                "RouteMetrics(route == \"a\" && route == \"b\")",
                "RouteMetrics((route == \"a\" || route == \"b\") && route == \"c\")",
                "RouteMetrics(route in (\"a\", \"b\"), route == \"c\")",
                "RouteMetrics(route in (\"a\", \"b\"), route not in (\"b\", \"a\"))",
                "RouteMetrics(p95Ms > 5, !(p95Ms > 3))",
                "RouteMetrics(others[\"x\"] == 5, others[ \"x\" ] == 6)",
                "RouteMetrics(route == \"a\" || (p95Ms > 800 && p95Ms < 500))",
                "RouteMetrics($p95 : p95Ms) eval($p95 != null && $p95 > 5 && $p95 < 3)",
                "not RouteMetrics(route == \"a\", route == \"b\")",
                "(RouteMetrics(p95Ms > 800, p95Ms < 500) or RouteMetrics(errorRate > 0.5))"
            })
    void warnsOfWhatNoValueMeets(String when) {
        assertThat(Slips.ofCondition(when))
                .filteredOn(slip -> !slip.contains("negation-of-null"))
                .singleElement()
                .asString()
                .startsWith("WARNING never-fires load-gate/a.drl:11 This never holds: no value is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Release(environment != \"a\" || environment != \"b\")",
                "Release(environment != \"a\" || (environment != \"b\"))",
                "Release(!(environment == \"a\" && environment == \"b\"))",
                "Release(environment not in (\"a\", \"b\") || environment not in (\"c\"))",
                "Release(environment != null || environment == null)",
                "RouteMetrics(p95Ms == null || p95Ms > 100 || p95Ms <= 100)",
                "Release(environment != null || environment != \"a\")",
                "Release(service == \"x\" && (environment != \"a\" || environment != \"b\"))",
                "RouteMetrics(p95Ms > 100 || p95Ms < 200)",
                "RouteMetrics(p95Ms > 100 || errorRate > 0.5 || p95Ms <= 100)"
            })
    void warnsOfWhatEachValueMeets(String when) {
        assertThat(Slips.ofCondition(when))
                .filteredOn(slip -> !slip.contains("negation-of-null"))
                .singleElement()
                .asString()
                .startsWith("WARNING always-holds load-gate/a.drl:11 This always holds: each value is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouteMetrics(p95Ms > 500, p95Ms < 800)",
                "RouteMetrics(p95Ms >= 800, p95Ms <= 800)",
                "RouteMetrics(p95Ms > 800 || p95Ms < 500)",
                "RouteMetrics(p95Ms > 800, errorRate < 0.5)",
                "RouteMetrics(p95Ms > 800) RouteMetrics(p95Ms < 500)",
                "RouteMetrics(p95Ms == null || p95Ms > 800)",
                "RouteMetrics(p95Ms != null || p95Ms > 800)",
                "RouteMetrics(p95Ms > null || p95Ms > 800)",
                "Release(version != null || version == \"a\")",
                "Release(version not in (null, \"b\") || version == \"a\")",
                "Release(!(version == null && version != \"a\"))",
                "RouteMetrics(p95Ms != null || p95Ms > 100 || p95Ms <= 100)",
                "RouteMetrics(p95Ms != null, p95Ms > 800)",
                "RouteMetrics(route == \"a\", route != \"b\")",
                "RouteMetrics(route != \"a\" || p95Ms > 5)",
                "RouteMetrics(route in (\"a\", \"b\"), route != \"a\")",
                "RouteMetrics(route == \"a\" || route == \"b\")",
                "RouteMetrics(route == \"a && p95Ms < 5\", p95Ms > 5)",
                "RouteMetrics(p95Ms == null, !(p95Ms > 5))",
                "RouteMetrics((errorRate == 0 || p95Ms < 5), p95Ms > 5)",
                "RouteMetrics(others[\"x\"] == 5, others[\"y\"] == 6)"
            })
    void saysNothingOfWhatSomeValuesMeet(String when) {
        assertThat(Slips.ofCondition(when))
                .filteredOn(slip -> slip.contains("never-fires") || slip.contains("always-holds"))
                .isEmpty();
    }

    @Test
    void saysWhatMayBeMeant() {
        assertThat(Slips.ofCondition("Release(service == \"a\" && service == \"b\")"))
                .containsExactly(
                        "WARNING never-fires load-gate/a.drl:11 This never holds: no value is service == \"a\" and "
                                + "service == \"b\". Maybe service in (\"a\", \"b\")?");
        assertThat(Slips.ofCondition("Release(environment != null, environment != \"a\" || != \"b\")"))
                .contains(
                        "WARNING always-holds load-gate/a.drl:11 This always holds: each value is environment != \"a\" "
                                + "or environment != \"b\". Maybe environment not in (\"a\", \"b\")?");
        assertThat(Slips.ofCondition("RouteMetrics($p95 : p95Ms > 800,\n    errorRate > 0.5, p95Ms < 500)"))
                .containsExactly(
                        "WARNING never-fires load-gate/a.drl:11 This never holds: no value is p95Ms > 800 and p95Ms < 500.");
    }

    @Test
    void readsConsequencesToo() {
        assertThat(Slips.ofConsequence("Release($e : environment)", "if ($e != null || $e == \"a\") { " + FAILS + " }"))
                .noneMatch(slip -> slip.contains("always-holds"));
        assertThat(Slips.ofConsequence(
                        "Release($e : environment, environment != null)",
                        "if (!$e.equals(\"a\") ||\n        !$e.equals(\"b\")) { " + FAILS + " }"))
                .containsExactly("WARNING always-holds load-gate/a.drl:13 This always holds: each value is not "
                        + "$e.equals(\"a\") or not $e.equals(\"b\"). Maybe && for ||?");
    }
}
