package dev.shipgate.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Gathers what files measured, by route, in the order in which routes first come. */
final class RouteMeasurements implements ResultSink {

    /** More are names that hold something else, such as an id of each request. */
    private static final int MAX_ROUTES = 1_000;

    /** So many names are looked up once only. */
    private static final int MAX_NAMES_KEPT = 10_000;

    private final Mapping mapping;
    private final Map<String, Optional<RouteMeasurement>> byName = new HashMap<>();
    private final Map<String, RouteMeasurement> byRoute = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    RouteMeasurements(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void sample(String name, long startedAtMs, long duration, TimeUnit unit, boolean failed) {
        Optional<RouteMeasurement> route = route(name);
        if (duration < 0) {
            throw new UnreadableResultException(
                    "A duration of \"" + name + "\" is " + duration + ". It must be 0 or more.");
        }
        route.ifPresent(measurement -> measurement.sample(name, duration, unit, failed));
    }

    @Override
    public void summary(String name, Summary summary) {
        route(name).ifPresent(measurement -> measurement.summary(name, summary));
    }

    @Override
    public void metric(String name, String field, double value) {
        route(name).ifPresent(measurement -> measurement.metric(field, value));
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    private Optional<RouteMeasurement> route(String name) {
        Optional<RouteMeasurement> known = byName.get(name);
        if (known != null) {
            return known;
        }
        Optional<RouteMeasurement> found = mapping.routeOf(name).map(this::measurement);
        if (byName.size() < MAX_NAMES_KEPT) {
            byName.put(name, found);
        }
        return found;
    }

    private RouteMeasurement measurement(String route) {
        RouteMeasurement measurement = byRoute.computeIfAbsent(route, first -> new RouteMeasurement());
        if (byRoute.size() > MAX_ROUTES) {
            throw new UnreadableResultException("There are more than " + MAX_ROUTES + " routes, such as \"" + route
                    + "\". Give those that are one route a pattern in the mapping.");
        }
        return measurement;
    }

    /** The routes as a request has them. */
    Map<String, ObjectNode> routes() {
        Map<String, ObjectNode> routes = new LinkedHashMap<>();
        byRoute.forEach((route, measurement) -> routes.put(route, measurement.toJson()));
        return routes;
    }

    List<String> notes() {
        return notes;
    }
}
