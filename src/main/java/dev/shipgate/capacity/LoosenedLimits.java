package dev.shipgate.capacity;

import dev.shipgate.capacity.CapacityAnswer.WarningRow;
import dev.shipgate.decision.Format;
import dev.shipgate.decision.Limit;
import dev.shipgate.decision.evidence.LoosenedLimit;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Limits of steps, and of how many failing ones are a break, in whose place a rule put looser ones. */
final class LoosenedLimits {

    private final RuleRun run;
    private final List<LoosenedLimit> loosened = new ArrayList<>();

    private LoosenedLimits(RuleRun run) {
        this.run = run;
    }

    static List<WarningRow> warnings(CallerSustainedSteps asked, RuleRun run) {
        LoosenedLimits limits = new LoosenedLimits(run);
        limits.addBudgets();
        limits.addSustained(asked.stepsOr(Integer.MAX_VALUE));
        return limits.loosened.stream()
                .map(limit -> new WarningRow(null, null, LoosenedLimit.REASON, limit.rule(), limit.detail()))
                .toList();
    }

    private void addBudgets() {
        Double p95Held = HeldLimits.strictest(run, StepLimits::p95Limit);
        Double errorsHeld = HeldLimits.strictest(run, StepLimits::errorLimit);
        for (Finding<CapacityBudget> budget : run.everInserted(CapacityBudget.class)) {
            addBudget("p95 latency in ms", budget, budget.fact().p95Ms(), p95Held);
            addBudget("error rate", budget, budget.fact().errorRate(), errorsHeld);
        }
    }

    private void addBudget(String what, Finding<CapacityBudget> budget, @Nullable Limit limit, @Nullable Double held) {
        if (limit == null || (held != null && held <= limit.value())) {
            return;
        }
        String holds = held == null ? "none holds" : Format.number(held, limit.value()) + " holds";
        ruleOfWhatHolds()
                .ifPresent(rule -> loosened.add(new LoosenedLimit(
                        rule,
                        "In the place of a limit of " + Format.number(limit.value(), held) + " for the " + what
                                + ", which the rule \"" + budget.rule().rule() + "\" had set, " + holds + ".")));
    }

    /**
     * That of the first budget that is left, or else of the first limits of steps, which a rule can set without one.
     */
    private Optional<String> ruleOfWhatHolds() {
        return Stream.concat(
                        run.findings(CapacityBudget.class).stream().map(Finding::rule),
                        run.findings(StepLimits.class).stream().map(Finding::rule))
                .map(RuleInfo::rule)
                .findFirst();
    }

    private void addSustained(int asked) {
        List<Finding<SustainedSteps>> fewestFirst = run.findings(SustainedSteps.class).stream()
                .sorted(Comparator.comparingInt(held -> held.fact().steps()))
                .toList();
        LoosenedLimit.by(
                        fewestFirst,
                        held -> held.steps() <= asked,
                        held -> "A break takes " + held.steps() + " failing steps in a row, and not " + asked
                                + ", which the caller asked for.")
                .ifPresent(loosened::add);
    }
}
