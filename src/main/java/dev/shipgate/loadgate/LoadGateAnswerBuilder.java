package dev.shipgate.loadgate;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Evaluation.PolicyLimit;
import dev.shipgate.decision.evidence.WaivedFindings;
import dev.shipgate.loadgate.Check.Outcome;
import dev.shipgate.loadgate.LoadGateAnswer.CheckRow;
import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import dev.shipgate.loadgate.LoadGateAnswer.WaivedRow;
import dev.shipgate.loadgate.LoadGateAnswer.WarningRow;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the findings of the rules into the order of the answer, and fails closed: the gate ships only if every check of
 * every route was evaluated and passed, or failed and is waived, and every metric was measured.
 */
final class LoadGateAnswerBuilder {

    /** The order of failures within a route; reasons of the policy's own come after these. */
    private static final List<String> REASONS =
            List.of(Check.LATENCY, Check.ERRORS, Check.COST, Failure.MISSING_METRICS, Failure.MISSING_BUDGET);

    private static final String NOT_EVALUATED = "not_evaluated";

    private final LoadGateRequest request;
    private final RuleRun run;
    private final WaivedFindings waivers;
    private final RouteOrder order;
    private final List<String> measured;
    private final List<String> budgeted = new ArrayList<>();

    private LoadGateAnswerBuilder(LoadGateRequest request, RuleRun run, EvaluationContext context) {
        this.request = request;
        this.run = run;
        this.waivers = new WaivedFindings(run, context);
        request.budgets().forEach(budget -> budgeted.add(budget.route()));
        run.facts(Budget.class).forEach(budget -> budgeted.add(budget.route()));
        run.everInserted(MetricLimit.class)
                .forEach(limit -> budgeted.add(limit.fact().route()));
        this.measured = request.routes().stream().map(RouteMetrics::route).toList();
        this.order = new RouteOrder(measured, budgeted);
    }

    static LoadGateAnswer of(LoadGateRequest request, RuleRun run, EvaluationContext context) {
        return new LoadGateAnswerBuilder(request, run, context).answer();
    }

    /** The limits of all routes that have any. */
    static List<PolicyLimit> limits(LoadGateRequest request, RuleRun run, EvaluationContext context) {
        LoadGateAnswerBuilder builder = new LoadGateAnswerBuilder(request, run, context);
        LimitSetters setters = new LimitSetters(run);
        return new CheckTable(request, run)
                .rows(builder.order).stream()
                        .map(check -> new PolicyLimit(
                                check.route(),
                                check.check(),
                                check.limit(),
                                check.lowerLimit(),
                                setters.ruleOf(check),
                                check.because()))
                        .toList();
    }

    private LoadGateAnswer answer() {
        List<Check> checks = new CheckTable(request, run).rows(order);
        List<FailureRow> failures = new ArrayList<>();
        List<WaivedRow> waived = new ArrayList<>(0);
        for (FailureRow failure : failures(checks)) {
            waiverOf(failure)
                    .ifPresentOrElse(
                            waiver -> waived.add(WaivedRow.of(failure, waiver)),
                            () -> failures.add(failure.with(waivers.hint(null, failure.route(), failure.reason()))));
        }
        boolean ship =
                failures.isEmpty() && !checks.isEmpty() && checks.stream().allMatch(this::isPassedOrNotNeeded);
        LimitSetters setters = new LimitSetters(run);
        Excusers excusers = new Excusers(run);
        Map<String, Map<String, Double>> others = new HashMap<>();
        request.routes().forEach(route -> others.put(route.route(), route.others()));
        List<CheckRow> rows = checks.stream()
                .map(check -> CheckRow.of(
                        check,
                        others.getOrDefault(check.route(), Map.of()),
                        setters.ruleOf(check),
                        excusers.ruleOf(check),
                        waiverOf(check).map(Waiver::waiverId).orElse(null)))
                .toList();
        return new LoadGateAnswer(ship, failures, waived, warnings(), rows);
    }

    private boolean isPassedOrNotNeeded(Check check) {
        return check.outcome() == Outcome.PASS
                || check.outcome() == Outcome.NOT_APPLICABLE
                || waiverOf(check).isPresent();
    }

    private Optional<Waiver> waiverOf(Check check) {
        return check.outcome() == Outcome.FAIL ? waivers.ofFailure(check.route(), check.check()) : Optional.empty();
    }

    /** A failure that no rule found, such as a check that none evaluated, cannot be waived. */
    private Optional<Waiver> waiverOf(FailureRow failure) {
        return failure.rule() == null ? Optional.empty() : waivers.ofFailure(failure.route(), failure.reason());
    }

    private List<FailureRow> failures(List<Check> checks) {
        Set<FailureRow> rows = new LinkedHashSet<>();
        for (Finding<Check> finding : run.findings(Check.class)) {
            if (finding.fact().outcome() == Outcome.FAIL) {
                rows.add(row(finding.fact(), finding.rule().rule()));
            }
        }
        rows.addAll(failuresWithHints());
        rows.addAll(ContradictingChecks.failures(run));
        rows.addAll(unexplained(checks, rows));
        List<FailureRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.<FailureRow>comparingInt(row -> order.rank(row.route()))
                .thenComparingInt(row -> rankOf(row.reason())));
        return sorted;
    }

    /**
     * The failures that rules gave, with hints at similar names. Names are compared only if there is one, as most
     * releases have none.
     */
    private List<FailureRow> failuresWithHints() {
        List<Finding<Failure>> findings = run.findings(Failure.class);
        if (findings.isEmpty()) {
            return List.of();
        }
        NearlySameNames names = new NearlySameNames(measured, budgeted);
        MisspeltMetrics metrics = new MisspeltMetrics(request.routes());
        return findings.stream()
                .map(finding -> row(finding.fact(), finding.rule().rule()))
                .map(names::hinted)
                .map(metrics::hinted)
                .toList();
    }

    private static FailureRow row(Check check, String rule) {
        return new FailureRow(
                check.route(), check.check(), check.observed(), check.limit(), List.of(), rule, check.sentence());
    }

    private static FailureRow row(Failure failure, String rule) {
        return new FailureRow(failure.route(), failure.reason(), null, null, failure.missing(), rule, failure.detail());
    }

    /** A failure for everything that was not evaluated, of routes for which no failure says so already. */
    private List<FailureRow> unexplained(List<Check> checks, Set<FailureRow> explained) {
        Set<@Nullable String> explainedRoutes = new HashSet<>();
        explained.forEach(row -> explainedRoutes.add(row.route()));
        List<FailureRow> rows = new ArrayList<>();
        rows.addAll(checksNotEvaluated(checks));
        rows.addAll(missingMetricsNotJudged());
        rows.addAll(routesWithoutAnyCheckThatApplies(checks));
        rows.removeIf(row -> explainedRoutes.contains(row.route()));
        if (checks.isEmpty() && explained.isEmpty()) {
            rows.add(notEvaluated(null, "There was no route to evaluate."));
        }
        return rows;
    }

    private static List<FailureRow> checksNotEvaluated(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.NOT_EVALUATED)
                .map(check -> new FailureRow(
                        check.route(),
                        NOT_EVALUATED,
                        check.observed(),
                        check.limit(),
                        List.of(),
                        null,
                        "No rule evaluated the check " + check.check() + "."))
                .toList();
    }

    private List<FailureRow> missingMetricsNotJudged() {
        MetricsNotApplicable notApplicable = new MetricsNotApplicable(run);
        List<FailureRow> rows = new ArrayList<>();
        for (RouteMetrics route : request.routes()) {
            List<String> missing = notApplicable.missing(route);
            if (!missing.isEmpty()) {
                rows.add(notEvaluated(
                        route.route(), "No rule judged that these are missing: " + String.join(", ", missing) + "."));
            }
        }
        return rows;
    }

    private static List<FailureRow> routesWithoutAnyCheckThatApplies(List<Check> checks) {
        Set<String> routes = new LinkedHashSet<>();
        checks.forEach(check -> routes.add(check.route()));
        checks.stream()
                .filter(check -> check.outcome() != Outcome.NOT_APPLICABLE)
                .forEach(check -> routes.remove(check.route()));
        return routes.stream()
                .map(route -> notEvaluated(
                        route,
                        "The policy says of every check of this route that it does not apply, so nothing was judged."))
                .toList();
    }

    private static FailureRow notEvaluated(@Nullable String route, String detail) {
        return new FailureRow(route, NOT_EVALUATED, null, null, List.of(), null, detail);
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
