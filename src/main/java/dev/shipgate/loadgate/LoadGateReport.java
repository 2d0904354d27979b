package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import dev.shipgate.loadgate.Check.Outcome;
import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import dev.shipgate.loadgate.LoadGateAnswer.WarningRow;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the rules found into the order of the answer, and fails closed: a check that no rule has
 * evaluated is a row that did not pass, and the gate ships only if every row passed.
 */
final class LoadGateReport {

    /** A check that every route must pass, and where its two sides are. */
    private record ExpectedCheck(
            String name, Function<RouteMetrics, @Nullable Double> observed, Function<Budget, @Nullable Limit> limit) {}

    private static final List<ExpectedCheck> EXPECTED = List.of(
            new ExpectedCheck(Check.LATENCY, RouteMetrics::p95Ms, Budget::p95Ms),
            new ExpectedCheck(Check.ERRORS, RouteMetrics::errorRate, Budget::errorRate),
            new ExpectedCheck(Check.COST, RouteMetrics::costPerSuccess, Budget::costPerSuccess));

    /** The order of failures within a route; reasons of the policy's own come after these. */
    private static final List<String> REASONS =
            List.of(Check.LATENCY, Check.ERRORS, Check.COST, Failure.MISSING_METRICS, Failure.MISSING_BUDGET);

    private final RuleRun run;
    private final Map<String, RouteMetrics> measured = new LinkedHashMap<>();
    private final Map<String, Budget> budgets = new HashMap<>();
    private final Map<String, List<MetricLimit>> limitsOfThePolicysOwn = new HashMap<>();
    private final RouteOrder order;

    private LoadGateReport(LoadGateRequest request, RuleRun run) {
        this.run = run;
        request.routes().forEach(route -> measured.put(route.route(), route));
        run.facts(Budget.class).forEach(budget -> budgets.put(budget.route(), budget));
        List<String> budgeted = new ArrayList<>(budgets.keySet());
        run.facts(MetricLimit.class).forEach(limit -> {
            budgeted.add(limit.route());
            limitsOfThePolicysOwn
                    .computeIfAbsent(limit.route(), route -> new ArrayList<>())
                    .add(limit);
        });
        request.budgets().forEach(budget -> budgeted.add(budget.route()));
        this.order = new RouteOrder(measured.keySet(), budgeted);
    }

    static LoadGateAnswer of(LoadGateRequest request, RuleRun run) {
        return new LoadGateReport(request, run).answer();
    }

    private LoadGateAnswer answer() {
        List<Check> checks = checks();
        List<FailureRow> failures = failures(checks);
        boolean ship = failures.isEmpty()
                && !checks.isEmpty()
                && checks.stream().allMatch(check -> check.outcome() == Outcome.PASS);
        return new LoadGateAnswer(ship, failures, warnings(), checks);
    }

    /** A row for every route and check: those that rules evaluated, and those that none did. */
    private List<Check> checks() {
        Map<String, Set<Check>> evaluated = new HashMap<>();
        run.facts(Check.class)
                .forEach(check -> evaluated
                        .computeIfAbsent(check.route(), route -> new LinkedHashSet<>())
                        .add(check));
        List<Check> rows = new ArrayList<>();
        for (String route : order.routes(evaluated.keySet())) {
            Set<Check> ofRoute = evaluated.getOrDefault(route, Set.of());
            for (ExpectedCheck expected : EXPECTED) {
                List<Check> found = ofRoute.stream()
                        .filter(check -> check.check().equals(expected.name()))
                        .toList();
                rows.addAll(found.isEmpty() ? List.of(notEvaluated(route, expected)) : found);
            }
            ofRoute.stream().filter(LoadGateReport::isOfThePolicysOwn).forEach(rows::add);
            limitsOfThePolicysOwn.getOrDefault(route, List.of()).stream()
                    .filter(limit ->
                            ofRoute.stream().noneMatch(check -> check.check().equals(limit.metric())))
                    .map(this::notEvaluated)
                    .forEach(rows::add);
        }
        return rows;
    }

    private Check notEvaluated(String route, ExpectedCheck expected) {
        RouteMetrics metrics = measured.get(route);
        Budget budget = budgets.get(route);
        return Check.notEvaluated(
                route,
                expected.name(),
                metrics == null ? null : expected.observed().apply(metrics),
                budget == null ? null : expected.limit().apply(budget));
    }

    private Check notEvaluated(MetricLimit limit) {
        RouteMetrics metrics = measured.get(limit.route());
        return Check.notEvaluated(
                limit.route(),
                limit.metric(),
                metrics == null ? null : metrics.others().get(limit.metric()),
                Limit.ofPolicy(limit.limit()));
    }

    private static boolean isOfThePolicysOwn(Check check) {
        return EXPECTED.stream().noneMatch(expected -> expected.name().equals(check.check()));
    }

    private List<FailureRow> failures(List<Check> checks) {
        Set<FailureRow> rows = new LinkedHashSet<>();
        for (Finding<Check> finding : run.findings(Check.class)) {
            if (finding.fact().outcome() == Outcome.FAIL) {
                rows.add(failedCheck(finding.fact(), finding.rule().rule()));
            }
        }
        for (Finding<Failure> finding : run.findings(Failure.class)) {
            Failure failure = finding.fact();
            rows.add(new FailureRow(
                    failure.route(),
                    failure.reason(),
                    null,
                    null,
                    failure.missing(),
                    finding.rule().rule(),
                    failure.detail()));
        }
        rows.addAll(unexplained(checks, rows));
        if (rows.isEmpty() && checks.isEmpty()) {
            rows.add(notEvaluated(null, null, null, "There was no route to evaluate."));
        }
        List<FailureRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.<FailureRow>comparingInt(row -> order.rank(row.route()))
                .thenComparingInt(row -> rankOf(row.reason())));
        return sorted;
    }

    private static FailureRow failedCheck(Check check, String rule) {
        return new FailureRow(
                check.route(), check.check(), check.observed(), check.limit(), List.of(), rule, check.sentence());
    }

    /** Checks that no rule evaluated, of routes about which no rule said anything either. */
    private static List<FailureRow> unexplained(List<Check> checks, Set<FailureRow> explained) {
        Set<@Nullable String> explainedRoutes = new HashSet<>();
        explained.forEach(row -> explainedRoutes.add(row.route()));
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.NOT_EVALUATED && !explainedRoutes.contains(check.route()))
                .map(check -> notEvaluated(
                        check.route(),
                        check.observed(),
                        check.limit(),
                        "No rule evaluated the check " + check.check() + "."))
                .toList();
    }

    private static FailureRow notEvaluated(
            @Nullable String route, @Nullable Double observed, @Nullable Double limit, String detail) {
        return new FailureRow(route, "not_evaluated", observed, limit, List.of(), null, detail);
    }

    private static int rankOf(String reason) {
        int index = REASONS.indexOf(reason);
        return index < 0 ? REASONS.size() : index;
    }

    private List<WarningRow> warnings() {
        return run.findings(Warning.class).stream()
                .map(finding -> new WarningRow(
                        finding.fact().route(),
                        finding.fact().reason(),
                        finding.rule().rule(),
                        finding.fact().detail()))
                .distinct()
                .sorted(Comparator.comparingInt(row -> order.rank(row.route())))
                .toList();
    }
}
