package dev.shipgate.loadgate;

import dev.shipgate.loadgate.LoadGateAnswer.FailureRow;
import dev.shipgate.text.NearestName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds metrics that are missing and seem to be there under a misspelt name, such as {@code p95ms} for {@code p95_ms}.
 */
final class MisspeltMetrics {

    private final Map<String, Set<String>> othersByRoute = new HashMap<>();

    MisspeltMetrics(Collection<RouteMetrics> measured) {
        measured.forEach(
                route -> othersByRoute.put(route.route(), route.others().keySet()));
    }

    /** The same row, with a hint where a missing metric seems to be there under a misspelt name. */
    FailureRow hinted(FailureRow row) {
        return row.reason().equals(Failure.MISSING_METRICS)
                ? row.with(hint(row.missing(), othersByRoute.getOrDefault(row.route(), Set.of())))
                : row;
    }

    private static @Nullable String hint(List<String> missing, Set<String> sent) {
        String hint = sent.stream()
                .sorted()
                .flatMap(name ->
                        meant(name, missing).map(metric -> name + " was sent: maybe " + metric + " is meant?").stream())
                .collect(Collectors.joining(" "));
        return hint.isEmpty() ? null : hint;
    }

    /** Another number makes another metric: the 99th percentile is not the 95th. */
    private static Optional<String> meant(String name, List<String> missing) {
        return NearestName.of(
                name,
                missing.stream()
                        .filter(metric -> digits(metric).equals(digits(name)))
                        .toList());
    }

    private static String digits(String name) {
        return name.replaceAll("[^0-9]", "");
    }
}
