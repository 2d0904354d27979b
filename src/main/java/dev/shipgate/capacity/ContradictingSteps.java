package dev.shipgate.capacity;

import dev.shipgate.decision.evidence.Contradiction;
import dev.shipgate.decision.evidence.OpposedFindings;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.List;

/** Contradictions between rules about a step or about capacity. */
final class ContradictingSteps {

    private final RuleRun run;
    private final List<Contradiction> found = new ArrayList<>();

    private ContradictingSteps(RuleRun run) {
        this.run = run;
    }

    static List<Contradiction> of(RuleRun run) {
        ContradictingSteps steps = new ContradictingSteps(run);
        steps.addPassingThatFail();
        steps.addSupportedThatAreNot();
        steps.addConfirmedThatIsNot();
        return List.copyOf(steps.found);
    }

    private void addPassingThatFail() {
        OpposedFindings<Integer> steps = new OpposedFindings<>();
        run.findings(PassingStep.class)
                .forEach(finding -> steps.claim(finding.fact().step(), finding));
        run.findings(FailingStep.class)
                .forEach(finding -> steps.deny(finding.fact().step(), finding));
        denyViolated(steps);
        steps.forEachContradiction(step -> "step " + step + " passes", "it does not", this::add);
    }

    private void addSupportedThatAreNot() {
        OpposedFindings<Integer> steps = new OpposedFindings<>();
        List<Finding<SupportedStep>> supported = run.findings(SupportedStep.class);
        supported.forEach(finding -> steps.claim(finding.fact().step(), finding));
        denyViolated(steps);
        steps.forEachContradiction(step -> "step " + step + " is supported", "it does not pass", this::add);

        OpposedFindings<Integer> beyond = new OpposedFindings<>();
        for (Finding<Break> broken : run.findings(Break.class)) {
            supported.stream()
                    .filter(finding -> finding.fact().step() >= broken.fact().step())
                    .forEach(finding -> {
                        beyond.claim(broken.fact().step(), finding);
                        beyond.deny(broken.fact().step(), broken);
                    });
        }
        beyond.forEachContradiction(
                step -> "step " + step + ", or a later one, is supported", "the service broke there", this::add);
    }

    private void denyViolated(OpposedFindings<Integer> steps) {
        run.findings(StepViolation.class)
                .forEach(finding -> steps.deny(finding.fact().step(), finding));
    }

    private void addConfirmedThatIsNot() {
        OpposedFindings<String> capacity = new OpposedFindings<>();
        run.findings(ConfirmedCapacity.class).forEach(finding -> capacity.claim("capacity", finding));
        run.findings(CapacityOutcome.class).stream()
                .filter(finding -> !CapacityOutcome.isSure(finding.fact().outcome()))
                .forEach(finding -> capacity.deny("capacity", finding));
        capacity.forEachContradiction(subject -> subject + " is confirmed", "it is not", this::add);
    }

    private void add(Object subject, Contradiction contradiction) {
        found.add(contradiction);
    }
}
