package dev.shipgate.context;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a release when it was judged: all that later releases can be compared with.
 *
 * @param routes of its load test, in the order of the request; empty without one
 * @param maxSupportedConcurrency its capacity, 1 or more; null without one
 * @param traffic its usual traffic; null without any
 */
public record ReleaseMeasurements(
        @JsonInclude(Include.NON_EMPTY) List<MeasuredRoute> routes,
        @JsonInclude(Include.NON_NULL) @Nullable Long maxSupportedConcurrency,
        @JsonInclude(Include.NON_NULL) @Nullable MeasuredTraffic traffic) {

    /** Of a release that showed nothing. */
    public static final ReleaseMeasurements NONE = new ReleaseMeasurements(List.of(), null, null);

    // An empty list is not kept, and is null when it is read.
    public ReleaseMeasurements {
        routes = routes == null ? List.of() : List.copyOf(routes);
    }

    /**
     * The traffic of a release.
     *
     * @param attemptRatio all service attempts over all user turns, 0 or more
     * @param dependencyErrorRate the mean over the points, 0 to 1
     */
    public record MeasuredTraffic(double attemptRatio, double dependencyErrorRate) {}

    /** Of a release that showed routes alone. */
    public static ReleaseMeasurements ofRoutes(List<MeasuredRoute> routes) {
        return new ReleaseMeasurements(routes, null, null);
    }

    /** Of a release that showed a capacity alone. */
    public static ReleaseMeasurements ofCapacity(long maxSupportedConcurrency) {
        return new ReleaseMeasurements(List.of(), maxSupportedConcurrency, null);
    }

    /** Of a release that showed traffic alone. */
    public static ReleaseMeasurements ofTraffic(double attemptRatio, double dependencyErrorRate) {
        return new ReleaseMeasurements(List.of(), null, new MeasuredTraffic(attemptRatio, dependencyErrorRate));
    }

    /** The routes of both, which must differ; capacity and traffic of these, or else of the others. */
    public ReleaseMeasurements and(ReleaseMeasurements others) {
        List<MeasuredRoute> all = new ArrayList<>(routes);
        all.addAll(others.routes);
        return new ReleaseMeasurements(
                all,
                maxSupportedConcurrency == null ? others.maxSupportedConcurrency : maxSupportedConcurrency,
                traffic == null ? others.traffic : traffic);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return routes.isEmpty() && maxSupportedConcurrency == null && traffic == null;
    }

    /** As it is kept. */
    public JsonNode write() {
        return RecordedJson.write(this);
    }

    /**
     * Reads it as it was kept.
     *
     * @throws IllegalArgumentException when it is not as it was kept
     */
    public static ReleaseMeasurements read(JsonNode kept) {
        return RecordedJson.read(kept, ReleaseMeasurements.class, "measurements of a release were");
    }
}
