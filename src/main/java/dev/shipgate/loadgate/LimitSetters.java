package dev.shipgate.loadgate;

import dev.shipgate.decision.Limit;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule that set a limit of the policy. Of budgets that other rules put together to one, it is the rule that first
 * came with the limit that holds.
 */
final class LimitSetters {

    private record Key(String check, boolean lower, double limit) {}

    /** By route first: a text keeps the map fast when routes have names of one hash. */
    private final Map<String, Map<Key, String>> rulesByRoute = new HashMap<>();

    LimitSetters(RuleRun run) {
        for (Finding<Budget> finding : run.everInserted(Budget.class)) {
            Budget budget = finding.fact();
            add(budget.route(), Check.LATENCY, false, budget.p95Ms(), finding);
            add(budget.route(), Check.ERRORS, false, budget.errorRate(), finding);
            add(budget.route(), Check.COST, false, budget.costPerSuccess(), finding);
        }
        for (Finding<MetricLimit> finding : run.everInserted(MetricLimit.class)) {
            MetricLimit limit = finding.fact();
            add(limit.route(), limit.metric(), limit.lower(), Limit.ofPolicy(limit.limit()), finding);
        }
        // A rule that holds a route against a limit of its own has set that limit.
        for (Finding<Check> finding : run.findings(Check.class)) {
            Check check = finding.fact();
            if (check.limit() != null) {
                add(check.route(), check.check(), check.lowerLimit(), Limit.ofPolicy(check.limit()), finding);
            }
        }
    }

    private void add(String route, String check, boolean lower, @Nullable Limit limit, Finding<?> finding) {
        if (limit != null && limit.source().equals(Limit.POLICY)) {
            rulesByRoute
                    .computeIfAbsent(route, first -> new HashMap<>())
                    .putIfAbsent(
                            new Key(check, lower, limit.value()), finding.rule().rule());
        }
    }

    /** The name of the rule that set the limit of a check; null when the caller did, or nobody. */
    @Nullable
    String ruleOf(Check check) {
        return check.limit() != null && Limit.POLICY.equals(check.budgetSource())
                ? rulesByRoute
                        .getOrDefault(check.route(), Map.of())
                        .get(new Key(check.check(), check.lowerLimit(), check.limit()))
                : null;
    }
}
