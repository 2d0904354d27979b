package dev.shipgate.context;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the releases that shipped before the one that is judged.
 *
 * @param routes the last numbers of each route
 * @param best the best that each route showed
 * @param capacity the last one; null where none is remembered
 * @param bestCapacity the highest one; null where none is remembered
 * @param traffic the last one; null where none is remembered
 */
public record ShippedFacts(
        @JsonInclude(Include.NON_EMPTY) List<ShippedRelease> routes,
        @JsonInclude(Include.NON_EMPTY) List<BestShipped> best,
        @JsonInclude(Include.NON_NULL) @Nullable ShippedCapacity capacity,
        @JsonInclude(Include.NON_NULL) @Nullable BestShippedCapacity bestCapacity,
        @JsonInclude(Include.NON_NULL) @Nullable ShippedTraffic traffic) {

    /** Where no release has shipped. */
    public static final ShippedFacts NONE = new ShippedFacts();

    /** The kinds of these facts. */
    static final List<Class<?>> KINDS = List.of(
            ShippedRelease.class,
            BestShipped.class,
            ShippedCapacity.class,
            BestShippedCapacity.class,
            ShippedTraffic.class);

    // An empty list is not recorded, and is null when it is read.
    public ShippedFacts {
        routes = routes == null ? List.of() : List.copyOf(routes);
        best = best == null ? List.of() : List.copyOf(best);
    }

    /** None. It is what a recorded context leaves out. */
    ShippedFacts() {
        this(List.of(), List.of(), null, null, null);
    }

    /**
     * The facts of some marks. The marks of one version are one release, of which the newest mark says the last
     * numbers, and any the best; a mark without a version is a release by itself.
     *
     * @param newestFirst the marks of one service and environment
     * @param remembered how many releases count, 1 or more
     */
    public static ShippedFacts of(List<MarkedRelease> newestFirst, int remembered) {
        List<MarkedRelease> marks = ofLastReleases(newestFirst, remembered);
        Map<String, ShippedRelease> last = new LinkedHashMap<>();
        Map<String, Shown> shown = new LinkedHashMap<>();
        Map<Object, Long> capacities = new LinkedHashMap<>();
        ShippedCapacity capacity = null;
        ShippedTraffic traffic = null;
        for (MarkedRelease mark : marks) {
            ReleaseMeasurements measured = mark.measurements();
            for (MeasuredRoute route : measured.routes()) {
                last.putIfAbsent(route.route(), ShippedRelease.of(route, mark));
                shown.computeIfAbsent(route.route(), name -> new Shown(new ArrayList<>(), new HashSet<>()))
                        .add(release(mark), route);
            }
            Long supported = measured.maxSupportedConcurrency();
            if (supported != null) {
                capacities.merge(release(mark), supported, Long::max);
                capacity = capacity == null ? capacity(mark, supported) : capacity;
            }
            if (traffic == null && measured.traffic() != null) {
                traffic = traffic(mark, measured.traffic());
            }
        }
        List<BestShipped> best = new ArrayList<>();
        shown.forEach((route, all) ->
                best.add(BestShipped.of(route, all.numbers(), all.releases().size())));
        return new ShippedFacts(List.copyOf(last.values()), best, capacity, best(capacities), traffic);
    }

    /** The numbers of one route, of all marks, and the releases that these are of. */
    private record Shown(List<MeasuredRoute> numbers, Set<Object> releases) {

        void add(Object release, MeasuredRoute route) {
            numbers.add(route);
            releases.add(release);
        }
    }

    private static List<MarkedRelease> ofLastReleases(List<MarkedRelease> newestFirst, int remembered) {
        List<Object> releases = newestFirst.stream()
                .map(ShippedFacts::release)
                .distinct()
                .limit(remembered)
                .toList();
        return newestFirst.stream()
                .filter(mark -> releases.contains(release(mark)))
                .toList();
    }

    /** Equal for marks of one release. */
    private static Object release(MarkedRelease mark) {
        return mark.version() == null ? mark.decisionId() : mark.version();
    }

    private static ShippedCapacity capacity(MarkedRelease mark, long supported) {
        return new ShippedCapacity(mark.version(), supported, mark.decisionId(), mark.shippedAt());
    }

    private static ShippedTraffic traffic(MarkedRelease mark, ReleaseMeasurements.MeasuredTraffic measured) {
        return new ShippedTraffic(
                mark.version(),
                measured.attemptRatio(),
                measured.dependencyErrorRate(),
                mark.decisionId(),
                mark.shippedAt());
    }

    private static @Nullable BestShippedCapacity best(Map<Object, Long> capacities) {
        return capacities.values().stream()
                .max(Long::compare)
                .map(most -> new BestShippedCapacity(most, capacities.size()))
                .orElse(null);
    }

    /** The same with each text of callers replaced. */
    ShippedFacts withTexts(UnaryOperator<@Nullable String> replacement) {
        return new ShippedFacts(
                routes.stream().map(route -> route.withTexts(replacement)).toList(),
                best.stream().map(route -> route.withTexts(replacement)).toList(),
                capacity == null ? null : capacity.withTexts(replacement),
                bestCapacity,
                traffic == null ? null : traffic.withTexts(replacement));
    }

    /** Whether there are none. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** All of them, for rules. */
    List<Object> facts() {
        return Stream.<List<?>>of(routes, best, one(capacity), one(bestCapacity), one(traffic))
                .<Object>flatMap(List::stream)
                .toList();
    }

    private static List<Object> one(@Nullable Object fact) {
        return fact == null ? List.of() : List.of(fact);
    }

    /**
     * Reads them as they were recorded.
     *
     * @param recorded missing where there were none
     * @throws IllegalArgumentException when they are not as they were recorded
     */
    static ShippedFacts read(JsonNode recorded) {
        return recorded.isMissingNode()
                ? NONE
                : RecordedJson.read(recorded, ShippedFacts.class, "facts of shipped releases were");
    }
}
