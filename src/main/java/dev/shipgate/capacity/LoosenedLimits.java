package dev.shipgate.capacity;

import dev.shipgate.capacity.CapacityAnswer.WarningRow;
import dev.shipgate.decision.Format;
import dev.shipgate.decision.Limit;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the policy or of the caller that do not hold, as a rule put looser ones in their place. People see it. Where
 * none is in their place nothing is judged, which blocks by itself. How many failing steps the policy itself calls sustained
 * for a service is not told in each of its answers: a warning that is always there is not read.
 */
final class LoosenedLimits {

    private static final String REASON = "limit_loosened";

    private final RuleRun run;
    private final List<WarningRow> warnings = new ArrayList<>();

    private LoosenedLimits(RuleRun run) {
        this.run = run;
    }

    static List<WarningRow> warnings(CallerSustainedSteps asked, RuleRun run) {
        LoosenedLimits limits = new LoosenedLimits(run);
        limits.addBudgets();
        limits.addSustained(asked.stepsOr(Integer.MAX_VALUE));
        return List.copyOf(limits.warnings);
    }

    private void addBudgets() {
        Double p95Held = strictest(StepLimits::p95Limit);
        Double errorsHeld = strictest(StepLimits::errorLimit);
        for (Finding<CapacityBudget> budget : run.everInserted(CapacityBudget.class)) {
            addLoosened("p95 latency in ms", budget, budget.fact().p95Ms(), p95Held);
            addLoosened("error rate", budget, budget.fact().errorRate(), errorsHeld);
        }
    }

    private @Nullable Double strictest(Function<StepLimits, @Nullable Double> limit) {
        return run.facts(StepLimits.class).stream()
                .map(limit)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void addLoosened(
            String what, Finding<CapacityBudget> budget, @Nullable Limit limit, @Nullable Double held) {
        if (limit != null && (held == null || held > limit.value())) {
            String holds = held == null ? "none holds" : Format.number(held, limit.value()) + " holds";
            loosenedBy(CapacityBudget.class, StepLimits.class)
                    .ifPresent(rule -> add(
                            rule,
                            "In the place of a limit of " + Format.number(limit.value(), held) + " for the " + what
                                    + ", which the rule \"" + budget.rule().rule() + "\" had set, " + holds + "."));
        }
    }

    private void addSustained(int asked) {
        run.facts(SustainedSteps.class).stream()
                .map(SustainedSteps::steps)
                .min(Comparator.naturalOrder())
                .filter(held -> held > asked)
                .ifPresent(held -> loosenedBy(SustainedSteps.class)
                        .ifPresent(rule -> add(
                                rule,
                                "A break takes " + held + " failing steps in a row, and not " + asked
                                        + ", which the caller asked for.")));
    }

    /** The rule of the first fact that is left, of the first of these kinds of which there is any. */
    private Optional<String> loosenedBy(Class<?>... kinds) {
        return Stream.of(kinds)
                .<Finding<?>>flatMap(kind -> run.findings(kind).stream())
                .map(finding -> finding.rule().rule())
                .findFirst();
    }

    private void add(String rule, String detail) {
        warnings.add(new WarningRow(null, null, REASON, rule, detail));
    }
}
