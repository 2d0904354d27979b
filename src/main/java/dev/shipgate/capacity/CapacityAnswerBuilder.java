package dev.shipgate.capacity;

import dev.shipgate.capacity.CapacityAnswer.LimitsRow;
import dev.shipgate.capacity.CapacityAnswer.StepRow;
import dev.shipgate.capacity.CapacityAnswer.WarningRow;
import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.decision.evidence.ReportedP95;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the findings of the rules into the order of the steps, and fails closed: a step counts as supported only if it
 * passed before the break. None does if rules contradict one another, if no rule judged some step, if no rule says how
 * many failing steps are sustained, or if a sustained failure begins before the break.
 */
final class CapacityAnswerBuilder {

    private final List<Step> steps;
    private final @Nullable Long required;
    private final JudgedSteps judged;
    private final @Nullable Integer breakStep;
    private final @Nullable Integer supportedStep;
    private final String outcome;
    private final @Nullable String outcomeRule;
    private final LimitsRow limits;
    private final List<Contradiction> contradictions;
    private final List<WarningRow> warnings;

    private CapacityAnswerBuilder(CapacityRequest request, RuleRun run) {
        this.steps = request.steps();
        this.required = request.required();
        requireKnownSteps(run, PassingStep.class, PassingStep::step);
        requireKnownSteps(run, FailingStep.class, FailingStep::step);
        requireKnownSteps(run, StepViolation.class, StepViolation::step);
        requireKnownSteps(run, Break.class, Break::step);
        requireKnownSteps(run, SupportedStep.class, SupportedStep::step);
        requireKnownSteps(run, CapacityWarning.class, CapacityWarning::step);
        this.judged = new JudgedSteps(steps, run);
        this.breakStep = run.facts(Break.class).stream()
                .map(Break::step)
                .min(Comparator.naturalOrder())
                .orElse(null);
        this.contradictions = ContradictingSteps.of(run);
        boolean isSound = contradictions.isEmpty() && judged.areAllJudged() && !hasUnnoticedBreak(run);
        this.supportedStep = isSound ? supportedStep(run) : null;
        // Where rules contradict one another nothing is supported, whatever else they say.
        Map<String, String> ruleByOutcome = contradictions.isEmpty() ? onlyOutcome(run) : Map.of();
        String said = ruleByOutcome.keySet().stream().findFirst().orElse(CapacityOutcome.NONE);
        this.outcome = supportedStep == null ? CapacityOutcome.NONE : outcome(said, supportedStep);
        this.outcomeRule = ruleByOutcome.get(outcome);
        this.limits = HeldLimits.of(request.budget(), run);
        this.warnings = warnings(request, run);
    }

    static CapacityAnswer of(CapacityRequest request, RuleRun run) {
        return new CapacityAnswerBuilder(request, run).answer();
    }

    private <T> void requireKnownSteps(RuleRun run, Class<T> type, Function<T, @Nullable Integer> step) {
        for (Finding<T> finding : run.findings(type)) {
            Integer number = step.apply(finding.fact());
            if (number != null && (number < 1 || number > steps.size())) {
                throw run.unanswerable(finding, "It is about step " + number + ", and there are " + steps.size() + ".");
            }
        }
    }

    /**
     * Whether no rule says how many failing steps are sustained, or a sustained failure begins before the break. When
     * rules found no break, any sustained failure counts.
     */
    private boolean hasUnnoticedBreak(RuleRun run) {
        OptionalInt sustained = run.facts(SustainedSteps.class).stream()
                .mapToInt(SustainedSteps::steps)
                .min();
        return sustained.isEmpty()
                || judged.areSustainedBefore(breakStep == null ? Integer.MAX_VALUE : breakStep, sustained.getAsInt());
    }

    private @Nullable Integer supportedStep(RuleRun run) {
        return run.facts(SupportedStep.class).stream()
                .map(SupportedStep::step)
                .filter(this::isPassingBeforeTheBreak)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isPassingBeforeTheBreak(int number) {
        return judged.passes(steps.get(number - 1)) && (breakStep == null || number < breakStep);
    }

    /**
     * A step that fails after the supported one leaves open how the service behaves beyond it, whatever the rules say.
     */
    private String outcome(String said, int supported) {
        boolean saysThatNoneFails =
                said.equals(CapacityOutcome.AT_LEAST) || (said.equals(CapacityOutcome.SUPPORTED) && breakStep == null);
        return saysThatNoneFails && judged.anyFailsAfter(supported) ? CapacityOutcome.UNCONFIRMED : said;
    }

    /** The outcome that the rules found, with the first rule that did; empty when none does. */
    private static Map<String, String> onlyOutcome(RuleRun run) {
        Map<String, String> ruleByOutcome = new TreeMap<>();
        for (Finding<CapacityOutcome> found : run.findings(CapacityOutcome.class)) {
            ruleByOutcome.putIfAbsent(found.fact().outcome(), found.rule().rule());
            if (ruleByOutcome.size() > 1) {
                throw run.unanswerable(
                        found,
                        "The rules found several outcomes: "
                                + ruleByOutcome.entrySet().stream()
                                        .map(one -> one.getKey() + " by \"" + one.getValue() + "\"")
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
        }
        return ruleByOutcome;
    }

    private CapacityAnswer answer() {
        Step supported = step(supportedStep);
        Step broken = step(breakStep);
        return new CapacityAnswer(
                supported == null ? null : supported.concurrency(),
                required,
                broken == null ? null : broken.concurrency(),
                broken == null ? null : broken.p95Ms(),
                broken == null ? null : broken.errorRate(),
                outcome,
                outcomeRule,
                limits,
                steps.stream().map(this::row).toList(),
                warnings,
                contradictions);
    }

    /** In the order of the steps, first those that are about no single one. */
    private List<WarningRow> warnings(CapacityRequest request, RuleRun run) {
        return Stream.concat(
                        run.findings(CapacityWarning.class).stream().map(this::warningRow),
                        LoosenedLimits.warnings(request.sustainedSteps(), run).stream())
                .distinct()
                .sorted(Comparator.comparingInt(row -> row.step() == null ? 0 : row.step()))
                .toList();
    }

    private WarningRow warningRow(Finding<CapacityWarning> finding) {
        Integer number = finding.fact().step();
        Step about = step(number);
        return new WarningRow(
                number,
                about == null ? null : about.concurrency(),
                finding.fact().reason(),
                finding.rule().rule(),
                finding.fact().detail());
    }

    private @Nullable Step step(@Nullable Integer number) {
        return number == null ? null : steps.get(number - 1);
    }

    private StepRow row(Step step) {
        boolean passes = judged.passes(step);
        return new StepRow(
                step.concurrency(),
                passes,
                role(step, passes),
                List.copyOf(judged.violated(step)),
                step.p95Ms(),
                step.others().get(ReportedP95.AT_LEAST_MS),
                step.others().get(ReportedP95.AT_MOST_MS),
                step.errorRate());
    }

    private String role(Step step, boolean passes) {
        if (breakStep == null || step.number() < breakStep) {
            return passes ? "supported" : "isolated_violation";
        }
        if (step.number() == breakStep) {
            return "break";
        }
        return passes ? "lucky" : "after_break";
    }
}
