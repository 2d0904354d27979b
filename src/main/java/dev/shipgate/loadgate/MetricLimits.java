package dev.shipgate.loadgate;

import dev.shipgate.policy.RuleRun;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The limits on metrics of the policy's own that routes have to be held against: those that are there, and those that a
 * rule took away with none as strict in their place. Nothing judges the latter, so they block.
 */
final class MetricLimits {

    private final Map<String, Set<MetricLimit>> byRoute = new HashMap<>();
    private final Map<String, Map<String, MetricLimit>> strictestByRoute = new HashMap<>();

    MetricLimits(RuleRun run) {
        for (MetricLimit limit : run.facts(MetricLimit.class)) {
            add(limit);
            strictestByRoute
                    .computeIfAbsent(limit.route(), route -> new HashMap<>())
                    .merge(side(limit), limit, (one, other) -> one.isAsStrictAs(other) ? one : other);
        }
        run.takenBack(MetricLimit.class).stream()
                .map(finding -> finding.fact())
                .filter(limit -> !hasOneAsStrict(limit))
                .forEach(this::add);
    }

    private void add(MetricLimit limit) {
        byRoute.computeIfAbsent(limit.route(), route -> new LinkedHashSet<>()).add(limit);
    }

    private boolean hasOneAsStrict(MetricLimit limit) {
        MetricLimit strictest =
                strictestByRoute.getOrDefault(limit.route(), Map.of()).get(side(limit));
        return strictest != null && strictest.isAsStrictAs(limit);
    }

    /** One metric may have a lower limit and a higher one. */
    private static String side(MetricLimit limit) {
        return limit.metric() + "\n" + limit.lower();
    }

    /** Those of a route, in the order in which rules inserted them. */
    Set<MetricLimit> of(String route) {
        return byRoute.getOrDefault(route, Set.of());
    }
}
