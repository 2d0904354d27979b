package dev.shipgate.loadgate;

import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which metrics the policy says do not apply to which routes. If several rules say so, the first one counts. */
final class MetricsNotApplicable {

    private final Map<String, Map<String, String>> becauseByRoute = new HashMap<>();

    MetricsNotApplicable(RuleRun run) {
        for (NotApplicable found : run.facts(NotApplicable.class)) {
            becauseByRoute
                    .computeIfAbsent(found.route(), route -> new HashMap<>())
                    .putIfAbsent(found.metric(), found.because());
        }
    }

    /** Why a metric does not apply to a route; null when it does. */
    @Nullable
    String whyNot(String route, String metric) {
        return becauseByRoute.getOrDefault(route, Map.of()).get(metric);
    }

    /** The metrics that were not measured and that nothing excuses. */
    List<String> missing(RouteMetrics route) {
        List<String> missing = new ArrayList<>(route.missing());
        missing.removeIf(metric -> whyNot(route.route(), metric) != null);
        return missing;
    }
}
