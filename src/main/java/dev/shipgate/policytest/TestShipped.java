package dev.shipgate.policytest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.context.MarkedRelease;
import dev.shipgate.context.MeasuredRoute;
import dev.shipgate.context.ReleaseMeasurements;
import dev.shipgate.context.ShippedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the releases of a case that shipped before, in a form that its schema has checked. */
final class TestShipped {

    private static final String P95_MS = "p95_ms";

    private TestShipped() {}

    /** All of them count, however many there are. */
    static ShippedFacts read(JsonNode test) {
        List<MarkedRelease> releases = new ArrayList<>();
        for (JsonNode written : test.path("context").path("shipped")) {
            JsonNode version = written.get("version");
            releases.add(new MarkedRelease(
                    version == null ? null : version.asText(),
                    new UUID(0, releases.size() + 1L),
                    TestTime.DEFAULT.instant(),
                    measurements(written)));
        }
        return releases.isEmpty() ? ShippedFacts.NONE : ShippedFacts.of(releases, releases.size());
    }

    private static ReleaseMeasurements measurements(JsonNode written) {
        List<MeasuredRoute> routes = new ArrayList<>();
        written.path("routes").properties().forEach(route -> routes.add(route(route.getKey(), route.getValue())));
        ReleaseMeasurements measured = ReleaseMeasurements.ofRoutes(routes);
        if (written.has("max_supported_concurrency")) {
            measured = measured.and(ReleaseMeasurements.ofCapacity(
                    written.path("max_supported_concurrency").longValue()));
        }
        JsonNode traffic = written.path("traffic");
        return traffic.isMissingNode()
                ? measured
                : measured.and(ReleaseMeasurements.ofTraffic(
                        traffic.path("attempt_ratio").doubleValue(),
                        traffic.path("dependency_error_rate").doubleValue()));
    }

    private static MeasuredRoute route(String name, JsonNode written) {
        Map<String, Double> numbers = new TreeMap<>();
        written.properties()
                .forEach(
                        number -> numbers.put(number.getKey(), number.getValue().doubleValue()));
        // As of a request: beside bounds, the percentile itself is an estimate.
        boolean bounded = numbers.containsKey("p95_at_least_ms") || numbers.containsKey("p95_at_most_ms");
        Double p95Ms = bounded ? null : taken(numbers, P95_MS);
        return new MeasuredRoute(
                name,
                p95Ms,
                taken(numbers, "error_rate"),
                taken(numbers, "cost_per_success"),
                taken(numbers, "task_success_delta"),
                numbers);
    }

    private static @Nullable Double taken(Map<String, Double> numbers, String name) {
        return numbers.remove(name);
    }
}
