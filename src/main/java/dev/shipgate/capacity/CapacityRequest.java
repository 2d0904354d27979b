package dev.shipgate.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.decision.Answer;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.MeasurementSource;
import dev.shipgate.decision.Question;
import dev.shipgate.decision.Release;
import dev.shipgate.decision.TrustedLabels;
import dev.shipgate.decision.Verdict;
import dev.shipgate.decision.evidence.FirstFacts;
import dev.shipgate.decision.evidence.MissingFields;
import dev.shipgate.decision.evidence.ReportedP95;
import dev.shipgate.json.JsonObject;
import dev.shipgate.json.Problem;
import dev.shipgate.number.Range;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.session.RulesetLease;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capacity request, as facts.
 *
 * @param release the release that is to ship
 * @param source where the numbers come from; null when the caller does not say
 * @param steps in the order in which they ran
 * @param budget the budget that the caller asks for
 * @param sustainedSteps the number of failing steps in a row that the caller calls sustained
 * @param required the concurrency that the caller requires, 1 or more; null when nothing is required
 * @param pointer where the request is in the body: empty, or that of the part of a larger one
 */
record CapacityRequest(
        Release release,
        @Nullable MeasurementSource source,
        List<Step> steps,
        CapacityBudget budget,
        CallerSustainedSteps sustainedSteps,
        @Nullable Long required,
        String pointer)
        implements Question {

    private static final String REQUIRED = "required_concurrency";

    static CapacityRequest read(JsonObject body, Release release) {
        CapacityBudget budget = new CapacityBudget(
                Limit.ofCaller(body.number("p95_budget_ms", Range.NOT_NEGATIVE)),
                Limit.ofCaller(body.number("error_budget", Range.RATIO)));
        Long sustained = body.integer("sustained_steps", 1);
        CallerSustainedSteps sustainedSteps =
                new CallerSustainedSteps(sustained == null ? null : (int) Math.min(sustained, Integer.MAX_VALUE));
        return new CapacityRequest(
                release,
                MeasurementSource.read(body),
                readSteps(body),
                budget,
                sustainedSteps,
                readRequired(body),
                body.pointer());
    }

    private static @Nullable Long readRequired(JsonObject body) {
        if (body.isNull(REQUIRED)) {
            // A value that a script could not find out looks like this. It must not look like no requirement.
            body.invalid(REQUIRED, "is null. Leave it out, or give a whole number, 1 or more.");
        }
        return body.integer(REQUIRED, 1);
    }

    @Override
    public String kind() {
        return Capacity.KIND;
    }

    @Override
    public Question keeping(TrustedLabels labels) {
        return new CapacityRequest(labels.keptOf(release), source, steps, budget, sustainedSteps, required, pointer);
    }

    @Override
    public ReleaseMeasurements measurements(JsonNode answer) {
        JsonNode supported = answer.path("max_supported_concurrency");
        if (supported.isNull()) {
            return ReleaseMeasurements.NONE;
        }
        if (!supported.isIntegralNumber()) {
            throw new IllegalArgumentException("The supported concurrency is " + supported);
        }
        return ReleaseMeasurements.ofCapacity(supported.longValue());
    }

    @Override
    public Answer answer(RulesetLease rules, EvaluationContext context) {
        List<Object> facts = FirstFacts.withEnvironments(release, source, rules, Capacity.RULES);
        facts.addAll(context.facts());
        if (!budget.equals(new CapacityBudget())) {
            facts.add(new CallerCapacityBudget(budget));
        }
        facts.add(sustainedSteps);
        facts.addAll(steps);
        RuleRun run = rules.evaluate(Capacity.RULES, facts);
        CapacityAnswer answer = CapacityAnswerBuilder.of(this, run);
        boolean confirmed = CapacityOutcome.isSure(answer.outcome())
                && !run.facts(ConfirmedCapacity.class).isEmpty();
        CapacityResult result =
                new CapacityResult(answer.outcome(), confirmed, answer.maxSupportedConcurrency(), required);
        List<Problem> lacking = missingBudgets(run);
        boolean passes = lacking.isEmpty() && confirmed && answer.isAsRequired();
        return new Answer(
                answer,
                result,
                passes ? Verdict.PASS : Verdict.BLOCK,
                run.firings(),
                List.of(),
                TrustedLabels.of(run),
                lacking,
                List.of());
    }

    /** The number of requests that a service can take is what readers of the answer plan with. */
    @Override
    public boolean promisesMore(Object body, Object thanBody) {
        Long capacity = ((CapacityAnswer) body).maxSupportedConcurrency();
        Long other = ((CapacityAnswer) thanBody).maxSupportedConcurrency();
        return capacity != null && (other == null || capacity > other);
    }

    /** A limit that neither the caller nor the policy gives cannot be guessed. */
    private List<Problem> missingBudgets(RuleRun run) {
        List<StepLimits> limits = run.facts(StepLimits.class);
        List<Problem> problems = new ArrayList<>();
        if (budget.p95Ms() == null && limits.stream().allMatch(limit -> limit.p95Limit() == null)) {
            problems.add(missingBudget("p95_budget_ms"));
        }
        if (budget.errorRate() == null && limits.stream().allMatch(limit -> limit.errorLimit() == null)) {
            problems.add(missingBudget("error_budget"));
        }
        return problems;
    }

    private Problem missingBudget(String field) {
        return new Problem(
                pointer + "/" + field,
                "is missing, and the policy has none for "
                        + named("service", release.service()) + " and "
                        + named("environment", release.environment()) + ". Send " + field
                        + ", or write the budget into rules/capacity.");
    }

    private static String named(String what, @Nullable String name) {
        return name == null ? "no " + what : "the " + what + " " + name;
    }

    private static List<Step> readSteps(JsonObject body) {
        List<Step> steps = new ArrayList<>();
        Long before = null;
        for (JsonObject fields : body.array("steps")) {
            Long concurrency = readConcurrency(fields, before);
            Double p95Ms = fields.number(ReportedP95.P95_MS, Range.NOT_NEGATIVE);
            Double errorRate = fields.number("error_rate", Range.RATIO);
            ReportedP95 p95 = ReportedP95.of(fields, p95Ms, fields.otherNumbers());
            steps.add(new Step(
                    steps.size() + 1,
                    // Stands in for one that is wrong, which the body's problems then name.
                    concurrency == null ? 1 : concurrency,
                    p95.measuredMs(),
                    errorRate,
                    p95.others(),
                    new MissingFields()
                            .check(ReportedP95.P95_MS, p95.isMissing())
                            .check("error_rate", errorRate)
                            .names()));
            before = concurrency == null ? before : concurrency;
        }
        return steps;
    }

    private static @Nullable Long readConcurrency(JsonObject fields, @Nullable Long before) {
        if (!fields.has("concurrency")) {
            fields.invalid("concurrency", "is missing. It must be a whole number, 1 or more.");
            return null;
        }
        Long concurrency = fields.integer("concurrency", 1);
        if (concurrency != null && before != null && concurrency < before) {
            fields.contradictory(
                    "concurrency",
                    "must not be lower than in the step before, " + before + ", but is " + concurrency
                            + ". Maybe the test ramps down at its end? Send the ramp-up alone.");
        }
        return concurrency;
    }
}
