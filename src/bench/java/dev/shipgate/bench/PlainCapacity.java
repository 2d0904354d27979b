package dev.shipgate.bench;

import dev.shipgate.capacity.Break;
import dev.shipgate.capacity.CapacityOutcome;
import dev.shipgate.capacity.FailingStep;
import dev.shipgate.capacity.PassingStep;
import dev.shipgate.capacity.Step;
import dev.shipgate.capacity.StepLimits;
import dev.shipgate.capacity.StepViolation;
import dev.shipgate.capacity.SupportedStep;
import java.util.ArrayList;
import java.util.List;

/** The findings of {@code rules/capacity} on steps under limits that are both set, in plain Java. */
public final class PlainCapacity {

    private PlainCapacity() {}

    /** The findings on these steps, in one walk over them. */
    public static List<Object> findings(List<Step> steps, double p95Limit, double errorLimit, int sustained) {
        List<Object> findings = new ArrayList<>();
        findings.add(new StepLimits(p95Limit, errorLimit));
        int failuresInARow = 0;
        int lastPassing = 0;
        int broken = 0;
        for (Step step : steps) {
            if (passes(step, p95Limit, errorLimit, findings)) {
                findings.add(new PassingStep(step.number()));
                failuresInARow = 0;
                lastPassing = broken == 0 ? step.number() : lastPassing;
            } else {
                findings.add(new FailingStep(step.number()));
                failuresInARow++;
                if (failuresInARow == sustained && broken == 0) {
                    broken = step.number() - sustained + 1;
                }
            }
        }
        outcome(lastPassing, broken, failuresInARow, findings);
        return findings;
    }

    private static boolean passes(Step step, double p95Limit, double errorLimit, List<Object> findings) {
        int before = findings.size();
        Double p95Ms = step.p95Ms();
        Double errorRate = step.errorRate();
        if (p95Ms != null && p95Ms > p95Limit) {
            findings.add(new StepViolation(step.number(), "latency"));
        }
        if (errorRate != null && errorRate > errorLimit) {
            findings.add(new StepViolation(step.number(), "errors"));
        }
        if (!step.missing().isEmpty()) {
            findings.add(new StepViolation(step.number(), "missing_metrics"));
        }
        return findings.size() == before;
    }

    private static void outcome(int supported, int broken, int failuresAtTheEnd, List<Object> findings) {
        if (broken > 0) {
            findings.add(new Break(broken));
        }
        if (supported > 0) {
            findings.add(new SupportedStep(supported));
        }
        String outcome = supported == 0
                ? "none"
                : broken > 0 ? "supported" : failuresAtTheEnd == 0 ? "at_least" : "unconfirmed";
        findings.add(new CapacityOutcome(outcome));
    }
}
