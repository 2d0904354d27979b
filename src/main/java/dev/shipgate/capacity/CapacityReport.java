package dev.shipgate.capacity;

import dev.shipgate.capacity.CapacityAnswer.StepRow;
import dev.shipgate.capacity.CapacityAnswer.WarningRow;
import dev.shipgate.decision.Contradiction;
import dev.shipgate.decision.ReportedP95;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the rules found into the order of the steps, and fails closed: if any step was judged by no
 * rule, or rules contradict one another, or no rule says how many failing steps are sustained, or the break is not the first
 * that is, nothing counts as supported, and what counts has passed before the break.
 */
final class CapacityReport {

    private static final String NOT_EVALUATED = "not_evaluated";

    private final List<Step> steps;
    private final Set<Integer> passing = new HashSet<>();
    private final Map<Integer, Set<String>> violations = new HashMap<>();
    private final @Nullable Integer breakStep;
    private final @Nullable Integer supportedStep;
    private final String outcome;
    private final @Nullable String outcomeRule;
    private final List<Contradiction> contradictions;
    private final List<WarningRow> warnings;

    private CapacityReport(CapacityRequest request, RuleRun run) {
        this.steps = request.steps();
        requireKnownSteps(run, PassingStep.class, PassingStep::step);
        requireKnownSteps(run, FailingStep.class, FailingStep::step);
        requireKnownSteps(run, StepViolation.class, StepViolation::step);
        requireKnownSteps(run, Break.class, Break::step);
        requireKnownSteps(run, SupportedStep.class, SupportedStep::step);
        requireKnownSteps(run, CapacityWarning.class, CapacityWarning::step);
        run.facts(PassingStep.class).forEach(step -> passing.add(step.step()));
        run.facts(StepViolation.class)
                .forEach(found -> violations
                        .computeIfAbsent(found.step(), step -> new LinkedHashSet<>())
                        .add(found.kind()));
        this.breakStep = run.facts(Break.class).stream()
                .map(Break::step)
                .min(Comparator.naturalOrder())
                .orElse(null);
        this.contradictions = ContradictingSteps.of(run);
        boolean everyStepJudged = contradictions.isEmpty()
                && !hasUnnoticedBreak(run)
                && steps.stream().allMatch(step -> passes(step) || violations.containsKey(step.number()));
        this.supportedStep = everyStepJudged
                ? run.facts(SupportedStep.class).stream()
                        .map(SupportedStep::step)
                        .filter(this::isPassingBeforeTheBreak)
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
        // Where rules contradict one another nothing is supported, whatever else they say.
        Map<String, String> ruleByOutcome = contradictions.isEmpty() ? onlyOutcome(run) : Map.of();
        String said = ruleByOutcome.keySet().stream().findFirst().orElse(CapacityOutcome.NONE);
        this.outcome = supportedStep == null ? CapacityOutcome.NONE : outcome(said, supportedStep);
        this.outcomeRule = ruleByOutcome.get(outcome);
        this.warnings = Stream.concat(
                        run.findings(CapacityWarning.class).stream().map(this::warningRow),
                        LoosenedLimits.warnings(request.sustainedSteps(), run).stream())
                .toList();
    }

    /** A step that fails after the supported one leaves open what the service does beyond it, whatever the rules say. */
    private String outcome(String said, int supported) {
        boolean failsAfterwards =
                steps.stream().anyMatch(step -> step.number() > supported && violations.containsKey(step.number()));
        boolean saysThatItDoesNot =
                said.equals(CapacityOutcome.AT_LEAST) || (said.equals(CapacityOutcome.SUPPORTED) && breakStep == null);
        return failsAfterwards && saysThatItDoesNot ? CapacityOutcome.UNCONFIRMED : said;
    }

    /** What the rules say that came out, with the first that does; empty when none does. */
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

    /** Whether no rule says what is sustained, or something is before the break that rules found, if they found any. */
    private boolean hasUnnoticedBreak(RuleRun run) {
        OptionalInt sustained = run.facts(SustainedSteps.class).stream()
                .mapToInt(SustainedSteps::steps)
                .min();
        if (sustained.isEmpty()) {
            return true;
        }
        OptionalInt first = firstSustainedViolation(sustained.getAsInt());
        return first.isPresent() && (breakStep == null || breakStep > first.getAsInt());
    }

    /** The first of so many failing steps in a row. */
    private OptionalInt firstSustainedViolation(int sustained) {
        int inARow = 0;
        for (Step step : steps) {
            inARow = violations.containsKey(step.number()) ? inARow + 1 : 0;
            if (inARow >= sustained) {
                return OptionalInt.of(step.number() - sustained + 1);
            }
        }
        return OptionalInt.empty();
    }

    static CapacityAnswer of(CapacityRequest request, RuleRun run) {
        return new CapacityReport(request, run).answer();
    }

    private <T> void requireKnownSteps(RuleRun run, Class<T> type, Function<T, @Nullable Integer> step) {
        for (Finding<T> finding : run.findings(type)) {
            Integer number = step.apply(finding.fact());
            if (number != null && (number < 1 || number > steps.size())) {
                throw run.unanswerable(finding, "It is about step " + number + ", and there are " + steps.size() + ".");
            }
        }
    }

    private CapacityAnswer answer() {
        Step supported = step(supportedStep);
        Step broken = step(breakStep);
        return new CapacityAnswer(
                supported == null ? null : supported.concurrency(),
                broken == null ? null : broken.concurrency(),
                broken == null ? null : broken.p95Ms(),
                broken == null ? null : broken.errorRate(),
                outcome,
                outcomeRule,
                steps.stream().map(this::row).toList(),
                warningRows(),
                contradictions);
    }

    private List<WarningRow> warningRows() {
        return warnings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(row -> row.step() == null ? 0 : row.step()))
                .toList();
    }

    private WarningRow warningRow(Finding<CapacityWarning> finding) {
        Integer number = finding.fact().step();
        Step about = number == null ? null : step(number);
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
        boolean passes = passes(step);
        Set<String> violated = violations.getOrDefault(step.number(), passes ? Set.of() : Set.of(NOT_EVALUATED));
        return new StepRow(
                step.concurrency(),
                passes,
                role(step, passes),
                List.copyOf(violated),
                step.p95Ms(),
                step.others().get(ReportedP95.AT_LEAST_MS),
                step.others().get(ReportedP95.AT_MOST_MS),
                step.errorRate());
    }

    private boolean passes(Step step) {
        return passing.contains(step.number()) && !violations.containsKey(step.number());
    }

    private boolean isPassingBeforeTheBreak(int number) {
        return passes(steps.get(number - 1)) && (breakStep == null || number < breakStep);
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
