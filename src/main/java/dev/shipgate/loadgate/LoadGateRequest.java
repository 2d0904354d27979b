package dev.shipgate.loadgate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.MeasuredRoute;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Answer.WaivedReason;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabels;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.evidence.FirstFacts;
import dev.shipgate.decision.evidence.MissingFields;
import dev.shipgate.decision.evidence.ReportedP95;
import dev.shipgate.hash.HashCollisions;
import dev.shipgate.json.JsonObject;
import dev.shipgate.number.Range;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.session.RulesetLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A load gate's request, as facts.
 *
 * @param release the release that is to ship
 * @param source where the numbers come from; null when the caller does not say
 * @param routes the routes that were measured, in the order of the request
 * @param budgets the budgets that the caller asks for, in the order of the request
 */
record LoadGateRequest(
        Release release, @Nullable MeasurementSource source, List<RouteMetrics> routes, List<CallerBudget> budgets)
        implements Question {

    /** The most budgets whose names have one hash code: an evaluation takes no longer over so many. */
    private static final int MAX_ALIKE = 500;

    static LoadGateRequest read(JsonObject body, Release release) {
        List<RouteMetrics> routes = new ArrayList<>();
        body.objects("routes").forEach((name, fields) -> routes.add(readRoute(name, fields)));
        List<CallerBudget> budgets = new ArrayList<>();
        body.objects("budgets").forEach((name, fields) -> {
            if (fields == null) {
                body.invalidMember("budgets", name, "is null. Leave the budget out, or give it limits.");
            } else {
                budgets.add(new CallerBudget(name, readBudget(name, fields)));
            }
        });
        requireNamesThatDiffer(body, budgets);
        return new LoadGateRequest(release, MeasurementSource.read(body), routes, budgets);
    }

    /** The engine finds the budget of a route by the hash of its name, and tries each that has the same. */
    private static void requireNamesThatDiffer(JsonObject body, List<CallerBudget> budgets) {
        int alike =
                HashCollisions.most(budgets.stream().map(CallerBudget::route).toList());
        if (alike > MAX_ALIKE) {
            body.invalid(
                    "budgets",
                    "has " + alike + " names that have one hash in Java, and must have at most " + MAX_ALIKE
                            + ". That never happens by chance. Maybe other names?");
        }
    }

    @Override
    public String kind() {
        return LoadGate.KIND;
    }

    @Override
    public List<String> routeNames() {
        return routes.stream().map(RouteMetrics::route).toList();
    }

    @Override
    public Question keeping(TrustedLabels labels) {
        return new LoadGateRequest(labels.keptOf(release), source, routes, budgets);
    }

    @Override
    public ReleaseMeasurements measurements(JsonNode answer) {
        return ReleaseMeasurements.ofRoutes(
                routes.stream().map(LoadGateRequest::measured).toList());
    }

    private static MeasuredRoute measured(RouteMetrics route) {
        return new MeasuredRoute(
                route.route(),
                route.p95Ms(),
                route.errorRate(),
                route.costPerSuccess(),
                route.taskSuccessDelta(),
                route.others());
    }

    @Override
    public Answer answer(RulesetLease rules, EvaluationContext context) {
        RuleRun run = run(rules, context);
        LoadGateAnswer answer = LoadGateAnswerBuilder.of(this, run, context);
        return Answer.of(
                        answer,
                        new LoadGateResult(answer.ship(), answer.failures().size()),
                        answer.ship() ? Verdict.PASS : Verdict.BLOCK,
                        run)
                .waiving(answer.waived().stream()
                        .map(row -> new WaivedReason(row.waiverId(), row.reason()))
                        .toList());
    }

    RuleRun run(RulesetLease rules, EvaluationContext context) {
        List<Object> facts = FirstFacts.withEnvironments(release, source, rules, LoadGate.RULES);
        facts.addAll(context.facts());
        facts.addAll(routes);
        facts.addAll(budgets);
        return rules.evaluate(LoadGate.RULES, facts);
    }

    /** A route of which nothing was measured. */
    static RouteMetrics notMeasured(String name) {
        return new RouteMetrics(name, null, null, null, null, Map.of(), missing(ReportedP95.MISSING, null, null, null));
    }

    private static RouteMetrics readRoute(String name, @Nullable JsonObject fields) {
        if (fields == null) {
            return notMeasured(name);
        }
        Double p95Ms = fields.number(ReportedP95.P95_MS, Range.NOT_NEGATIVE);
        Double errorRate = fields.number("error_rate", Range.RATIO);
        Double costPerSuccess = fields.number("cost_per_success", Range.NOT_NEGATIVE);
        Double taskSuccessDelta = fields.number("task_success_delta", Range.DELTA);
        ReportedP95 p95 = ReportedP95.of(fields, p95Ms, fields.otherNumbers());
        return new RouteMetrics(
                name,
                p95.measuredMs(),
                errorRate,
                costPerSuccess,
                taskSuccessDelta,
                p95.others(),
                missing(p95, errorRate, costPerSuccess, taskSuccessDelta));
    }

    private static List<String> missing(
            ReportedP95 p95,
            @Nullable Double errorRate,
            @Nullable Double costPerSuccess,
            @Nullable Double taskSuccessDelta) {
        return new MissingFields()
                .check(ReportedP95.P95_MS, p95.isMissing())
                .check("error_rate", errorRate)
                .check("cost_per_success", costPerSuccess)
                .check("task_success_delta", taskSuccessDelta)
                .names();
    }

    private static Budget readBudget(String name, JsonObject fields) {
        Budget budget = new Budget(
                name,
                Limit.ofCaller(fields.number("p95_ms", Range.NOT_NEGATIVE)),
                Limit.ofCaller(fields.number("error_rate", Range.RATIO)),
                Limit.ofCaller(fields.number("cost_per_success", Range.NOT_NEGATIVE)),
                Limit.ofCaller(fields.number("min_gain_for_cost_overrun", Range.DELTA)));
        fields.rejectUnknown();
        return budget;
    }
}
