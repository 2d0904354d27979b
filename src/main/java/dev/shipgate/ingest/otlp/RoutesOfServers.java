package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ShortText;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up the durations that processes measured, by route. */
final class RoutesOfServers {

    private static final String HTTP_ROUTE = "http.route";

    private final String label;
    private final boolean isLabelGiven;
    private final ResultSink sink;
    private final Map<String, RouteTotals> routes = new LinkedHashMap<>();
    private boolean hasNames;

    /**
     * For one file.
     *
     * @param by the attribute that names routes; null for the usual one
     */
    RoutesOfServers(@Nullable String by, ResultSink sink) {
        this.label = by == null ? HTTP_ROUTE : by;
        this.isLabelGiven = by != null;
        this.sink = sink;
    }

    void report(ServerDurations durations) {
        Set<String> attributeNames = new TreeSet<>();
        durations.forEach(exporter -> exporter.forEach((attributes, total) -> {
            hasNames |= attributes.text(label) != null;
            attributeNames.addAll(attributes.texts().keySet());
        }));
        if (isLabelGiven && !hasNames) {
            throw new UnreadableResultException("No request has the attribute \"" + label + "\". The attributes are "
                    + ShortText.line(String.join(", ", attributeNames)) + ".");
        }
        durations.forEach(
                exporter -> exporter.forEach((attributes, total) -> add(exporter.source(), attributes, total)));
        durations.forEachCountedTwice(exporter -> exporter.forEach(this::leaveOutOldName));
        routes.values().forEach(route -> route.report(sink));
    }

    private void add(Source source, Attributes attributes, Series.Total total) {
        DurationBuckets buckets = total.buckets();
        Boolean failed = attributes.failed();
        leaveOut("as they were counted before the first export of the file", total.before(), failed);
        if (buckets == null) {
            return;
        }
        String name = hasNames ? attributes.text(label) : ResultSink.WHOLE_TEST;
        if (name == null) {
            leaveOut("as they have no " + label + ", as those to no known route", buckets.count(), failed);
        } else {
            routes.computeIfAbsent(name, first -> new RouteTotals(first, source))
                    .add(source, buckets, failed);
        }
    }

    private void leaveOutOldName(Attributes attributes, Series.Total total) {
        long requests = total.buckets() == null ? 0 : total.buckets().count();
        leaveOut(
                "as " + ServerDurations.OLD_NAME + " counts them, beside " + ServerDurations.NAME
                        + " of the same process",
                requests,
                attributes.failed());
    }

    private void leaveOut(String because, long requests, @Nullable Boolean failed) {
        if (requests > 0) {
            sink.leftOut(because, null, requests, failed == null ? null : (Long) (failed ? requests : 0L));
        }
    }
}
