package dev.shipgate.capacity;

import dev.shipgate.capacity.CapacityAnswer.LimitsRow;
import dev.shipgate.decision.Limit;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the limits that every step was held against, and who set it. Where rules hold steps against several, a step
 * passes only within the strictest.
 */
final class HeldLimits {

    private final RuleRun run;
    private final Function<StepLimits, @Nullable Double> ofSteps;
    private final Function<CapacityBudget, @Nullable Limit> ofBudget;
    private final @Nullable Double limit;
    private final @Nullable String source;

    private HeldLimits(
            CapacityBudget asked,
            RuleRun run,
            Function<StepLimits, @Nullable Double> ofSteps,
            Function<CapacityBudget, @Nullable Limit> ofBudget) {
        this.run = run;
        this.ofSteps = ofSteps;
        this.ofBudget = ofBudget;
        this.limit = strictest(run, ofSteps);
        this.source = source(asked);
    }

    /** @param asked the budget that the caller asks for */
    static LimitsRow of(CapacityBudget asked, RuleRun run) {
        HeldLimits p95 = new HeldLimits(asked, run, StepLimits::p95Limit, CapacityBudget::p95Ms);
        HeldLimits errors = new HeldLimits(asked, run, StepLimits::errorLimit, CapacityBudget::errorRate);
        return new LimitsRow(p95.limit, p95.source, p95.rule(), errors.limit, errors.source, errors.rule());
    }

    /** The lowest limit of one sort that holds for the steps; null where none does. */
    static @Nullable Double strictest(RuleRun run, Function<StepLimits, @Nullable Double> limit) {
        return run.facts(StepLimits.class).stream()
                .map(limit)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * That of the budget which holds, and the policy's where both have the limit. Limits that a rule set without any
     * budget have no source: they are the caller's where they are what it asked for, and else the policy's.
     */
    private @Nullable String source(CapacityBudget asked) {
        if (limit == null) {
            return null;
        }
        List<String> sources = run.facts(CapacityBudget.class).stream()
                .map(ofBudget)
                .filter(this::isHeld)
                .map(Limit::sourceOf)
                .filter(Objects::nonNull)
                .toList();
        boolean isCallers = sources.isEmpty() ? isHeld(ofBudget.apply(asked)) : !sources.contains(Limit.POLICY);
        return isCallers ? Limit.CALLER : Limit.POLICY;
    }

    private boolean isHeld(@Nullable Limit other) {
        return other != null && limit != null && other.value() == limit;
    }

    /**
     * The rule that set a limit of the policy. Of budgets that other rules put together to one, it is the rule that
     * first came with the limit that holds.
     */
    private @Nullable String rule() {
        return !Limit.POLICY.equals(source)
                ? null
                : Stream.concat(
                                run.everInserted(CapacityBudget.class).stream().filter(this::isPolicys),
                                run.findings(StepLimits.class).stream()
                                        .filter(finding -> Objects.equals(ofSteps.apply(finding.fact()), limit)))
                        .map(Finding::rule)
                        .map(RuleInfo::rule)
                        .findFirst()
                        .orElse(null);
    }

    private boolean isPolicys(Finding<CapacityBudget> budget) {
        Limit set = ofBudget.apply(budget.fact());
        return isHeld(set) && Limit.POLICY.equals(Limit.sourceOf(set));
    }
}
