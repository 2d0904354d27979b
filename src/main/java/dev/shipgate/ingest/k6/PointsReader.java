package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.LatencyHistogram;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.Unsupported;
import dev.shipgate.number.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reports a sink each request of {@code --out json} or {@code --out csv}, line by line. */
final class PointsReader {

    static final String EXPECTED = "expected_response";

    private static final String USERS = "vus";
    private static final int MAX_USERS = 100_000_000;

    /** How many values may come before the first request, which decides by which tag routes are named. */
    private static final int MAX_EARLY_POINTS = 10_000;

    /** How many metrics are named when none is of requests. */
    private static final int MAX_METRICS_SHOWN = 20;

    private final Mapping mapping;
    private final ResultSink sink;
    private final RequestPoints requests;
    private final PointRoutes routes;
    private final MetricSums sums;
    private final OtherRequests others = new OtherRequests();
    private final FailedChecks checks = new FailedChecks();
    private final Set<String> metrics = new LinkedHashSet<>();
    private final List<PointLine.Point> earlyPoints = new ArrayList<>();
    private long requestCount;
    private long durationCount;

    PointsReader(Mapping mapping, ResultSink sink) {
        this.mapping = mapping;
        this.sink = sink;
        this.requests = new RequestPoints(sink);
        this.sums = new MetricSums(mapping);
        this.routes = new PointRoutes(mapping.askBy());
        Unsupported.trends("a file of k6's points", mapping);
        Unsupported.p95(mapping, "of points the 95th percentile is calculated. Leave p95 out of the mapping.");
    }

    private Set<String> wantedTags() {
        Set<String> tags = new HashSet<>(sums.tags());
        tags.addAll(mapping.askBy() == null ? MetricKey.usualRouteTags() : List.of(mapping.askBy()));
        tags.add(EXPECTED);
        tags.add(Status.TAG);
        return tags;
    }

    private boolean isWanted(String metric) {
        return switch (metric) {
            case K6.DURATION, K6.FAILED, FailedChecks.METRIC, USERS -> true;
            default -> sums.wants(metric);
        };
    }

    Provenance readJson(InputStream file) throws IOException {
        PointParser parser = new PointParser(this::isWanted, wantedTags());
        ByteLines lines = new ByteLines(file);
        while (lines.next()) {
            if (lines.length() > 0) {
                read(parser.parse(lines));
            }
        }
        finish(lines.number());
        return provenance("JSON points");
    }

    Provenance readCsv(InputStream file) throws IOException {
        if (!mapping.askMetrics().isEmpty()) {
            sink.note("k6's CSV does not say of which kind a metric of the test's own is, so that these are missing: "
                    + String.join(", ", mapping.askMetrics().keySet()) + ". Use --out json for them.");
        }
        CsvPoints table = new CsvPoints(this::isWanted, wantedTags());
        finish(table.read(file, this::read));
        table.remark().ifPresent(sink::note);
        return provenance("CSV points");
    }

    private static Provenance provenance(String form) {
        return new Provenance(K6.NAME, null, form, LatencyHistogram.P95_METHOD, K6.ERROR_DEFINITION);
    }

    private void read(PointLine line) {
        if (metrics.size() < MAX_METRICS_SHOWN) {
            metrics.add(line.metric());
        }
        if (!(line instanceof PointLine.Definition)) {
            requestCount += line.metric().equals(K6.REQUESTS) ? 1 : 0;
            others.count(line.metric());
        }
        if (line instanceof PointLine.Definition definition) {
            define(definition);
        } else if (line instanceof PointLine.Point point) {
            read(point);
        }
    }

    private void define(PointLine.Definition definition) {
        sums.define(definition);
        if (definition.metric().equals(K6.DURATION)) {
            routes.define(definition.submetrics());
        }
    }

    private void read(PointLine.Point point) {
        switch (point.metric()) {
            case USERS -> users(point);
            case K6.FAILED -> requests.failed(point);
            case FailedChecks.METRIC -> checks.add(point);
            case K6.DURATION -> duration(point);
            default -> {}
        }
        if (sums.wants(point.metric())) {
            add(point);
        }
    }

    private void users(PointLine.Point point) {
        double users = point.value();
        if (!(users >= 0 && users <= MAX_USERS && users == Math.rint(users))) {
            throw UnreadableResultException.atLine(
                    point.line(),
                    "The number of users (" + Numbers.forPeople(users) + ") must be a whole number, 0 or more.");
        }
        sink.users(RequestPoints.time(point).toEpochMilli(), (int) users);
    }

    private void duration(PointLine.Point point) {
        if (!routes.areKnown()) {
            routes.decideBy(point);
            earlyPoints.forEach(this::add);
            earlyPoints.clear();
        }
        durationCount++;
        String name = routes.of(point);
        requests.duration(point, name, routes.tag());
        if (name != null) {
            sums.request(name);
        }
    }

    private void add(PointLine.Point point) {
        if (routes.areKnown()) {
            String name = routes.of(point);
            if (name != null) {
                sums.add(point, name);
            }
            return;
        }
        if (earlyPoints.size() == MAX_EARLY_POINTS) {
            throw UnreadableResultException.atLine(
                    point.line(),
                    "More than " + MAX_EARLY_POINTS + " values of " + point.metric()
                            + " come before the first request. Say by which tag routes are named.");
        }
        earlyPoints.add(point);
    }

    private void finish(long lines) {
        if (durationCount == 0) {
            throw new UnreadableResultException(K6.noRequests(List.copyOf(metrics)));
        }
        if (requestCount > durationCount) {
            throw UnreadableResultException.atLine(
                    lines,
                    "The file ends within a request: there are " + requestCount + " values of " + K6.REQUESTS + ", but "
                            + durationCount + " of " + K6.DURATION + ". Is it cut off?");
        }
        if (requests.finish() == 0) {
            throw new UnreadableResultException("No request has the tag \"" + routes.tag() + "\".");
        }
        others.report(sink);
        checks.report(sink, requests.failed());
        Notes notes = new Notes();
        sums.report(sink, notes, routes.tag());
        notes.report(sink);
    }
}
