package dev.shipgate.bench;

import java.nio.charset.StandardCharsets;

/** Load-gate rules with a budget for each of many services, and a request that one of them decides. */
final class ManyBudgets {

    /** The shipped conditions, and the rule that brings metrics and budgets together. */
    private static final int RULES_WITHOUT_BUDGETS = 8;

    static final byte[] REQUEST =
            """
            {"service":"service_0","routes":
             {"route":{"p95_ms":1,"error_rate":0,"cost_per_success":0,"task_success_delta":0}}}
            """
                    .getBytes(StandardCharsets.UTF_8);

    static final String HOLD_ROUTES_AGAINST_BUDGETS =
            """
            package shipgate.loadgate
            import dev.shipgate.loadgate.*
            rule "a measured route is held against its budget"
            when
                $metrics : RouteMetrics($route : route)
                $budget : Budget(route == $route)
            then
                insert(BudgetedRoute.of($metrics, $budget));
            end
            """;

    private ManyBudgets() {}

    /** A budget for each of many services. */
    static String text(int rules, int limit) {
        StringBuilder text = new StringBuilder("package shipgate.loadgate\n"
                + "import dev.shipgate.decision.Release\nimport dev.shipgate.loadgate.Budget\n");
        for (int i = 0; i < rules - RULES_WITHOUT_BUDGETS; i++) {
            text.append(
                    """
                    rule "service_%1$d in every environment"
                        @owner("sre")
                    when
                        Release(service == "service_%1$d")
                    then
                        insert(new Budget("route").p95Ms(%2$d).errorRate(0.01).costPerSuccess(0.05));
                    end
                    """
                            .formatted(i, limit + i));
        }
        return text.toString();
    }
}
