package dev.shipgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.loadgate.Budget;
import dev.shipgate.loadgate.CallerBudget;
import dev.shipgate.loadgate.RouteMetrics;
import dev.shipgate.loadgate.Warning;
import dev.shipgate.policy.compile.TestRules;
import dev.shipgate.policy.compile.TestRules.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(10));

    @Test
    void rulesWriteNumbersOfAnyKindForPeople() {
        try (TestRules rules = TestRules.of("""
                package test
                import dev.shipgate.decision.Format
                import dev.shipgate.loadgate.Warning
                import java.math.BigDecimal
                import java.util.Map

                rule "tells numbers"
                when
                    $number : Double($half : (this / 2))
                    $entries : Map($entry : this["ttft_p95_ms"], $none : this["no such number"])
                then
                    insert(new Warning(null, "boxed", Format.number($number)));
                    insert(new Warning(null, "computed", Format.number($half)));
                    insert(new Warning(null, "primitive", Format.number($number * 3)));
                    insert(new Warning(null, "whole", Format.number(2147483648L)));
                    insert(new Warning(null, "decimal", Format.number(new BigDecimal("0.10"))));
                    insert(new Warning(null, "entry", Format.number((Number) $entry)));
                    insert(new Warning(null, "none", Format.number((Number) $none)));
                    insert(new Warning(null, "beside", Format.number($number + 0.00000001, $number)));
                    insert(new Warning(null, "beside none", Format.number($number, (Number) $none)));
                    insert(new Warning(null, "percent", Format.percent($number)));
                    insert(new Warning(null, "percent of none", Format.percent(null)));
                end
                """, LIMITS)) {
            assertThat(rules.evaluate(0.06, Map.of("ttft_p95_ms", 240.0)).facts(Warning.class))
                    .extracting(warning -> warning.reason() + ": " + warning.detail())
                    .containsExactly(
                            "boxed: 0.06",
                            "computed: 0.03",
                            "primitive: 0.18",
                            "whole: 2147483648",
                            "decimal: 0.1",
                            "entry: 240",
                            "none: missing",
                            "beside: 0.06000001",
                            "beside none: 0.06",
                            "percent: 6 %",
                            "percent of none: missing");
        }
    }

    @Test
    void shippedRulesTellAValueFromItsLimit() {
        try (TestRules rules = TestRules.shipped("load-gate")) {
            List<Object> facts = List.of(
                    new Release("search", null, null, Map.of()),
                    new RouteMetrics("find", 200.0, 0.0, 0.05000001, 0.03, Map.of(), List.of()),
                    new CallerBudget("find", new Budget("find").costPerSuccess(0.05)));
            assertThat(rules.evaluate(facts.toArray()).facts(Warning.class))
                    .extracting(Warning::detail)
                    .contains(
                            "A successful turn costs 0.05000001, over the budget of 0.05; task success changed by 0.03, "
                                    + "which excuses it.");
        }
    }

    @Test
    void shippedRulesPutNoNumberWithAFractionIntoATextAsItIs() {
        try (TestRules rules = TestRules.shipped("load-gate")) {
            List<Object> facts = List.of(
                    new Release("search", null, null, Map.of()),
                    new RouteMetrics("find", 200.0, 0.0, 231.00000000000003, 0.30000000000000004, Map.of(), List.of()),
                    new CallerBudget("find", new Budget("find").costPerSuccess(1e-4)));
            assertThat(Stream.of(rules.evaluate(facts.toArray()).facts(Warning.class))
                            .flatMap(List::stream)
                            .map(Warning::detail))
                    .contains("A successful turn costs 231, over the budget of 0.0001; task success changed by 0.3, "
                            + "which excuses it.");
        }
    }
}
