package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.mapping.NameLookup;
import dev.shipgate.ingest.measure.LeftOut;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.RouteMeasurement;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gathers the measurements of files by route, in the order in which routes first come. */
final class RouteMeasurements implements ResultSink {

    /** More are names that hold something else, such as an id of each request. */
    private static final int MAX_ROUTES = 1_000;

    private final NameLookup names;
    private final LeftOut leftOut = new LeftOut();
    private final Map<String, RouteMeasurement> byRoute = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    RouteMeasurements(Mapping mapping) {
        this.names = new NameLookup(mapping, leftOut);
    }

    @Override
    public void sample(String name, long startedAtMs, long duration, TimeUnit unit, boolean failed) {
        Optional<String> route = names.routeOfSample(name, failed);
        RouteMeasurement.requireDuration(name, duration, unit);
        route.ifPresent(found -> measurement(found).sample(name, duration, unit, failed));
    }

    @Override
    public void summary(String name, Summary summary) {
        names.routeOfSummary(name, summary)
                .ifPresent(route -> measurement(route).summary(name, summary));
    }

    @Override
    public void metric(String name, String field, double value) {
        names.routeOf(name).ifPresent(route -> measurement(route).metric(field, value));
    }

    @Override
    public void contradictingStatus(String name, long startedAtMs, long requests) {
        names.routeOfContradicting(name, requests)
                .ifPresent(route -> measurement(route).contradictingStatus(requests));
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void leftOut(String because, @Nullable String name, long requests, @Nullable Long failed) {
        leftOut.add(because, name, requests, failed);
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

    /**
     * The notes on the files, the entries of the mapping that they do not have, and how many requests were left out.
     */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(names.notes());
        all.addAll(leftOut.notes());
        return all;
    }
}
