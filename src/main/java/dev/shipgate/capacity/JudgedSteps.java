package dev.shipgate.capacity;

import dev.shipgate.policy.RuleRun;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The judgement of rules on each step: whether it passes, and its violations. */
final class JudgedSteps {

    private static final String NOT_EVALUATED = "not_evaluated";

    private final List<Step> steps;
    private final Set<Integer> passing = new HashSet<>();
    private final Map<Integer, Set<String>> violations = new HashMap<>();

    /** @param steps in the order in which they ran */
    JudgedSteps(List<Step> steps, RuleRun run) {
        this.steps = steps;
        run.facts(PassingStep.class).forEach(step -> passing.add(step.step()));
        run.facts(StepViolation.class)
                .forEach(found -> violations
                        .computeIfAbsent(found.step(), step -> new LinkedHashSet<>())
                        .add(found.kind()));
    }

    /** A step with a violation does not pass, whatever else rules say. */
    boolean passes(Step step) {
        return passing.contains(step.number()) && !fails(step);
    }

    boolean fails(Step step) {
        return violations.containsKey(step.number());
    }

    boolean areAllJudged() {
        return steps.stream().allMatch(step -> passes(step) || fails(step));
    }

    /** Whether any step after one fails. */
    boolean anyFailsAfter(int number) {
        return steps.stream().anyMatch(step -> step.number() > number && fails(step));
    }

    /** The violations of a step: empty if it passes, and that it was not evaluated if rules say nothing of it. */
    Set<String> violated(Step step) {
        return violations.getOrDefault(step.number(), passes(step) ? Set.of() : Set.of(NOT_EVALUATED));
    }

    /**
     * Whether a step before some other is the first of so many failing ones in a row.
     *
     * @param before the number of the other; more than any where there is none
     */
    boolean areSustainedBefore(int before, int sustained) {
        int inARow = 0;
        for (Step step : steps) {
            inARow = fails(step) ? inARow + 1 : 0;
            if (inARow >= sustained) {
                return step.number() - sustained + 1 < before;
            }
        }
        return false;
    }
}
