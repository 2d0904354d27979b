package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import dev.shipgate.decision.evidence.ReportedP95;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row for every route and check: those that rules evaluated, and those that none did. */
final class CheckTable {

    /** A check that every route must pass, and where its two sides are. */
    private record ExpectedCheck(
            String name,
            String metric,
            Function<RouteMetrics, @Nullable Double> observed,
            Function<Budget, @Nullable Limit> limit) {}

    private static final List<ExpectedCheck> EXPECTED = List.of(
            new ExpectedCheck(Check.LATENCY, "p95_ms", CheckTable::latency, Budget::p95Ms),
            new ExpectedCheck(Check.ERRORS, "error_rate", RouteMetrics::errorRate, Budget::errorRate),
            new ExpectedCheck(Check.COST, "cost_per_success", RouteMetrics::costPerSuccess, Budget::costPerSuccess));

    private final Map<String, RouteMetrics> measured = new HashMap<>();
    private final Map<String, Budget> budgets = new HashMap<>();
    private final MetricLimits metricLimits;
    private final Map<String, Set<Check>> evaluated = new HashMap<>();
    private final MetricsNotApplicable notApplicable;

    CheckTable(LoadGateRequest request, RuleRun run) {
        request.routes().forEach(route -> measured.put(route.route(), route));
        run.facts(Budget.class).forEach(budget -> budgets.put(budget.route(), budget));
        this.metricLimits = new MetricLimits(run);
        this.notApplicable = new MetricsNotApplicable(run);
        run.facts(Check.class)
                .forEach(check -> evaluated
                        .computeIfAbsent(check.route(), route -> new LinkedHashSet<>())
                        .add(check));
    }

    List<Check> rows(RouteOrder order) {
        List<Check> rows = new ArrayList<>();
        for (String route : order.routes(evaluated.keySet())) {
            Set<Check> ofRoute = evaluated.getOrDefault(route, Set.of());
            for (ExpectedCheck expected : EXPECTED) {
                List<Check> found = named(expected.name(), ofRoute);
                rows.addAll(found.isEmpty() ? List.of(notEvaluated(route, expected)) : found);
            }
            for (Check check : ofRoute) {
                if (isOfThePolicysOwn(check)) {
                    rows.add(check);
                }
            }
            for (MetricLimit limit : metricLimits.of(route)) {
                if (!isEvaluated(limit, ofRoute)) {
                    rows.add(notEvaluated(limit));
                }
            }
        }
        return rows;
    }

    /** A row that no rule evaluated shows the estimate of a latency that is only known within bounds. */
    private static @Nullable Double latency(RouteMetrics metrics) {
        return metrics.p95Ms() == null ? metrics.others().get(ReportedP95.P95_MS) : metrics.p95Ms();
    }

    // Loops, not streams, from here on: this is asked for every route and check.
    private static List<Check> named(String name, Set<Check> checks) {
        List<Check> named = new ArrayList<>(1);
        for (Check check : checks) {
            if (check.check().equals(name)) {
                named.add(check);
            }
        }
        return named;
    }

    private static boolean isEvaluated(MetricLimit limit, Set<Check> checks) {
        for (Check check : checks) {
            if (check.check().equals(limit.metric())
                    && check.lowerLimit() == limit.lower()
                    && check.limit() != null
                    && check.limit() == limit.limit()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfThePolicysOwn(Check check) {
        for (ExpectedCheck expected : EXPECTED) {
            if (expected.name().equals(check.check())) {
                return false;
            }
        }
        return true;
    }

    private Check notEvaluated(String route, ExpectedCheck expected) {
        RouteMetrics metrics = measured.get(route);
        Budget budget = budgets.get(route);
        Check check = Check.notEvaluated(
                route,
                expected.name(),
                metrics == null ? null : expected.observed().apply(metrics),
                budget == null ? null : expected.limit().apply(budget));
        return unlessNotApplicable(check, expected.metric());
    }

    private Check notEvaluated(MetricLimit limit) {
        RouteMetrics metrics = measured.get(limit.route());
        Double observed = metrics == null ? null : metrics.others().get(limit.metric());
        return unlessNotApplicable(Check.notEvaluated(limit, observed), limit.metric());
    }

    /** The metric in the request that a check looks at. */
    static String metricOf(String check) {
        for (ExpectedCheck expected : EXPECTED) {
            if (expected.name().equals(check)) {
                return expected.metric();
            }
        }
        return check;
    }

    private Check unlessNotApplicable(Check notEvaluated, String metric) {
        String why = notApplicable.whyNot(notEvaluated.route(), metric);
        return why == null ? notEvaluated : notEvaluated.notApplicable(why);
    }
}
