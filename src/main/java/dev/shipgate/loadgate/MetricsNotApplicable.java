package dev.shipgate.loadgate;

import dev.shipgate.policy.Finding;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics that do not apply to a route, as the policy says. If several rules say so, the first one counts. */
final class MetricsNotApplicable {

    private final Map<String, Map<String, Finding<NotApplicable>>> byRoute = new HashMap<>();

    MetricsNotApplicable(RuleRun run) {
        for (Finding<NotApplicable> finding : run.findings(NotApplicable.class)) {
            NotApplicable found = finding.fact();
            byRoute.computeIfAbsent(found.route(), route -> new HashMap<>()).putIfAbsent(found.metric(), finding);
        }
    }

    /** Why a metric does not apply to a route; null when it does. */
    @Nullable
    String whyNot(String route, String metric) {
        Finding<NotApplicable> finding = finding(route, metric);
        return finding == null ? null : finding.fact().because();
    }

    /** The name of the rule that says so; null when none does. */
    @Nullable
    String ruleOf(String route, String metric) {
        Finding<NotApplicable> finding = finding(route, metric);
        return finding == null ? null : finding.rule().rule();
    }

    private @Nullable Finding<NotApplicable> finding(String route, String metric) {
        return byRoute.getOrDefault(route, Map.of()).get(metric);
    }

    /** The metrics that were not measured and that nothing excuses. */
    List<String> missing(RouteMetrics route) {
        List<String> missing = new ArrayList<>(route.missing());
        missing.removeIf(metric -> whyNot(route.route(), metric) != null);
        return missing;
    }
}
