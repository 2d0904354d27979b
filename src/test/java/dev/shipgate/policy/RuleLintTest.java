package dev.shipgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no mistake to the compiler, and one to the author. */
class RuleLintTest {

    private static List<String> warnings(String when) {
        return warningsOf("""
                package shipgate.loadgate
                import dev.shipgate.loadgate.RouteMetrics
                rule "linted" @owner("sre") when
                    %s
                then
                    insert("something");
                end
                """.formatted(when));
    }

    private static List<String> warningsOf(String drl) {
        return RuleLint.warnings(List.of(ParsedDrl.parse(TestRules.file("load-gate/linted.drl", drl)))).stream()
                .map(warning -> warning.code() + ": " + warning.message())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p95Ms > 800, p95Ms < 500",
                "p95Ms > 800 && p95Ms < 500",
                "p95Ms > 800, p95Ms <= 800",
                "p95Ms == 1, p95Ms == 2",
                "p95Ms == 1.0, p95Ms != 1",
                "p95Ms == 900, p95Ms < 800",
                "p95Ms == null, p95Ms > 800",
                "p95Ms == null, p95Ms != null",
                "p95Ms > null",
                "route == \"a\", route == \"b\"",
                "others[\"x\"] == 5, others[ \"x\" ] == 6"
            })
    void aRuleThatNeverFires(String conditions) {
        assertThat(warnings("RouteMetrics(" + conditions + ")"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("never-fires: This rule never fires: no value is ");
    }

    @Test
    void theConditionsThatCannotHoldTogetherAreNamed() {
        assertThat(warnings("RouteMetrics($route : route, $p95 : p95Ms > 800, p95Ms < 500, errorRate > 0.5)"))
                .containsExactly("never-fires: This rule never fires: no value is p95Ms > 800 and p95Ms < 500.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RouteMetrics(p95Ms > 500, p95Ms < 800)",
                "RouteMetrics(p95Ms >= 800, p95Ms <= 800)",
                "RouteMetrics(p95Ms > 800 || p95Ms < 500)",
                "RouteMetrics(p95Ms > 800, errorRate < 500)",
                "RouteMetrics(p95Ms > 800) RouteMetrics(p95Ms < 500)",
                "RouteMetrics(p95Ms != 1, p95Ms != 2)",
                "RouteMetrics(p95Ms != null, p95Ms > 800)",
                "RouteMetrics(route == \"a\", route != \"b\")",
                "RouteMetrics(route != \"a && p95Ms < 5\", p95Ms > 5)",
                "RouteMetrics(route != \"a && p95Ms < 5 && b\", p95Ms > 5)",
                "RouteMetrics(!(errorRate > 0 && p95Ms < 5 && samples > 1), p95Ms > 5)",
                "not RouteMetrics(p95Ms > 800, p95Ms < 500)",
                "(RouteMetrics(p95Ms > 800, p95Ms < 500) or RouteMetrics(p95Ms == 1))"
            })
    void aRuleThatMayFire(String when) {
        assertThat(warnings(when)).isEmpty();
    }

    @Test
    void aRuleThatNobodyOwns() {
        assertThat(warningsOf("package shipgate.loadgate\nrule \"nobody's\" when then insert(1); end\n"))
                .containsExactly(
                        "no-owner: Nobody is named who could be asked about this rule. Maybe @owner(\"...\")?");
    }
}
