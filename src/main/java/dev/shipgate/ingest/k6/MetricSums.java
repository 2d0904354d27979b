package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.MetricKind;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.MappedMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums of metrics of the test's own over points, by route, for the fields that the mapping takes from them. */
final class MetricSums {

    /** More are names that hold something else, such as an id of each request. */
    private static final int MAX_ROUTES = 10_000;

    private final Mapping mapping;
    private final Map<String, List<MetricKey>> wanted = new LinkedHashMap<>();
    private final Map<String, MetricKind> kinds = new HashMap<>();
    private final Map<String, Optional<String>> routesOfNames = new HashMap<>();
    private final Map<String, String> firstNames = new LinkedHashMap<>();
    private final Map<MetricKey, Map<String, MetricSum>> sums = new HashMap<>();

    MetricSums(Mapping mapping) {
        this.mapping = mapping;
        mapping.askMetrics().values().forEach(metric -> {
            want(metric.metric());
            if (metric.per() != null) {
                want(metric.per());
            }
        });
    }

    private void want(String name) {
        MetricKey key = MetricKey.parse(name);
        List<MetricKey> keys = wanted.computeIfAbsent(key.metric(), first -> new ArrayList<>());
        if (!keys.contains(key)) {
            keys.add(key);
        }
    }

    boolean wants(String metric) {
        return wanted.containsKey(metric);
    }

    /** The tags by which values are chosen. */
    Set<String> tags() {
        Set<String> tags = new HashSet<>();
        wanted.values()
                .forEach(keys -> keys.forEach(key -> tags.addAll(key.tags().keySet())));
        return tags;
    }

    void define(PointLine.Definition definition) {
        if (wants(definition.metric()) && definition.kind() != null) {
            kinds.put(definition.metric(), definition.kind());
        }
    }

    /** A route that has requests. */
    void request(String name) {
        if (!wanted.isEmpty()) {
            route(name).ifPresent(route -> firstNames.putIfAbsent(route, name));
        }
    }

    /** A value of a metric that is wanted. */
    void add(PointLine.Point point, String name) {
        Optional<String> route = route(name);
        if (route.isEmpty()) {
            return;
        }
        for (MetricKey key : wanted.getOrDefault(point.metric(), List.of())) {
            if (point.tags().entrySet().containsAll(key.tags().entrySet())) {
                Map<String, MetricSum> byRoute = sums.computeIfAbsent(key, first -> new HashMap<>());
                byRoute.computeIfAbsent(route.get(), first -> new MetricSum()).add(point.value());
                requireFewRoutes(byRoute, point);
            }
        }
    }

    private static void requireFewRoutes(Map<String, MetricSum> byRoute, PointLine.Point point) {
        if (byRoute.size() > MAX_ROUTES) {
            throw UnreadableResultException.atLine(
                    point.line(),
                    "There are more than " + MAX_ROUTES + " routes in " + point.metric()
                            + ". Give those that are one route a pattern in the mapping.");
        }
    }

    private Optional<String> route(String name) {
        Optional<String> known = routesOfNames.get(name);
        if (known != null) {
            return known;
        }
        Optional<String> route = mapping.routeOf(name);
        if (routesOfNames.size() < MAX_ROUTES) {
            routesOfNames.put(name, route);
        }
        return route;
    }

    /** Reports the fields of each route that has requests. */
    void report(ResultSink sink, Notes notes, @Nullable String routeTag) {
        MappedMetrics.report(
                mapping,
                firstNames.values(),
                name -> (metric, stat) -> figure(MetricKey.parse(metric), stat, routeOf(name)),
                sink,
                (field, metric, name) -> notes.add(
                        "\"" + field + "\" is missing for ",
                        "\"" + routeOf(name) + "\"",
                        ": there are no values of " + metric.metric()
                                + (metric.per() == null ? "" : " over " + metric.per()) + " for it"
                                + (routeTag == null ? "" : ", by the tag \"" + routeTag + "\"")
                                + ", or not that figure of them. From points there are count and rate, value, and avg, min, max,"
                                + " sum and count."));
    }

    /** Of a name that has one. */
    private String routeOf(String name) {
        return route(name).orElseThrow();
    }

    private @Nullable Double figure(MetricKey key, @Nullable String stat, String route) {
        MetricSum sum = sums.getOrDefault(key, Map.of()).get(route);
        MetricKind kind = kinds.get(key.metric());
        return sum == null || kind == null ? null : sum.figure(kind, stat == null ? kind.usualStat() : stat);
    }
}
