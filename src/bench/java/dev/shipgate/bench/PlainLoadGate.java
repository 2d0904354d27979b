package dev.shipgate.bench;

import dev.shipgate.decision.Limit;
import dev.shipgate.loadgate.Budget;
import dev.shipgate.loadgate.BudgetedRoute;
import dev.shipgate.loadgate.CallerBudget;
import dev.shipgate.loadgate.Check;
import dev.shipgate.loadgate.Failure;
import dev.shipgate.loadgate.RouteMetrics;
import dev.shipgate.loadgate.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The findings of {@code rules/load-gate} on budgets that the caller brings, in plain Java. */
public final class PlainLoadGate {

    private PlainLoadGate() {}

    /** The findings on these routes. */
    public static List<Object> findings(List<RouteMetrics> routes, List<CallerBudget> asked) {
        List<Object> findings = new ArrayList<>();
        Map<String, Budget> budgets = new HashMap<>();
        asked.forEach(budget -> budgets.merge(budget.route(), budget.budget(), PlainLoadGate::stricter));
        budgets.replaceAll((route, budget) -> withGain(budget));
        if (routes.isEmpty() && budgets.isEmpty()) {
            findings.add(new Failure(null, "no_routes", "No route was measured, and none has a budget."));
        }
        Set<String> measured = new HashSet<>();
        for (RouteMetrics route : routes) {
            measured.add(route.route());
            missing(route, findings);
            Budget budget = budgets.get(route.route());
            if (budget == null) {
                findings.add(new Failure(
                        route.route(),
                        "missing_budget",
                        "Neither the policy nor the caller has a budget for this route.",
                        List.of("p95_ms", "error_rate", "cost_per_success")));
            } else {
                checks(BudgetedRoute.of(route, budget), findings);
            }
        }
        for (String route : budgets.keySet()) {
            if (!measured.contains(route)) {
                findings.add(new Failure(
                        route,
                        "missing_metrics",
                        "The route has a budget and was not measured.",
                        List.of("p95_ms", "error_rate", "cost_per_success", "task_success_delta")));
            }
        }
        return findings;
    }

    private static Budget stricter(Budget one, Budget other) {
        return new Budget(one.route())
                .p95Ms(Limit.lower(one.p95Ms(), other.p95Ms()))
                .errorRate(Limit.lower(one.errorRate(), other.errorRate()))
                .costPerSuccess(Limit.lower(one.costPerSuccess(), other.costPerSuccess()))
                .minGainForCostOverrun(Limit.higher(one.minGainForCostOverrun(), other.minGainForCostOverrun()));
    }

    private static Budget withGain(Budget budget) {
        return budget.minGainForCostOverrun() == null ? budget.minGainForCostOverrun(0.02) : budget;
    }

    private static void missing(RouteMetrics route, List<Object> findings) {
        if (!route.missing().isEmpty()) {
            findings.add(new Failure(
                    route.route(),
                    "missing_metrics",
                    "Not measured: " + String.join(", ", route.missing()) + ".",
                    route.missing()));
        }
    }

    private static void checks(BudgetedRoute route, List<Object> findings) {
        if (!route.missingLimits().isEmpty()) {
            findings.add(new Failure(
                    route.route(),
                    "missing_budget",
                    "The budget has no limit for " + String.join(", ", route.missingLimits()) + ".",
                    route.missingLimits()));
        }
        check(route, Check.LATENCY, route.p95Ms(), route.p95Limit(), route.p95Source(), "p95 latency in ms", findings);
        check(route, Check.ERRORS, route.errorRate(), route.errorLimit(), route.errorSource(), "error rate", findings);
        cost(route, findings);
    }

    private static void check(
            BudgetedRoute route,
            String name,
            @Nullable Double observed,
            @Nullable Double limit,
            @Nullable String source,
            String what,
            List<Object> findings) {
        if (observed != null && limit != null && source != null) {
            findings.add(
                    observed <= limit
                            ? Check.pass(route.route(), name, observed, limit, source)
                            : Check.fail(route.route(), name, observed, limit, source, what));
        }
    }

    private static void cost(BudgetedRoute route, List<Object> findings) {
        Double observed = route.costPerSuccess();
        Double limit = route.costLimit();
        String source = route.costSource();
        if (observed == null || limit == null || source == null) {
            return;
        }
        Double gain = route.taskSuccessDelta();
        if (observed <= limit) {
            findings.add(Check.pass(route.route(), Check.COST, observed, limit, source));
        } else if (gain != null && route.minGain() != null && gain >= route.minGain()) {
            findings.add(Check.excused(
                    route.route(),
                    Check.COST,
                    observed,
                    limit,
                    source,
                    "Task success changed by " + gain + ", which excuses the cost."));
            findings.add(new Warning(
                    route.route(),
                    "cost_excused_by_quality_gain",
                    "A successful turn costs " + observed + ", over the budget of " + limit
                            + "; task success changed by " + gain + ", which excuses it."));
        } else if (gain != null && route.minGain() != null) {
            findings.add(
                    Check.fail(route.route(), Check.COST, observed, limit, source, "cost per successful turn"));
        }
    }
}
