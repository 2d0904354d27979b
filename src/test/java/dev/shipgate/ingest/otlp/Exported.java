package dev.shipgate.ingest.otlp;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Exports as the collector's file exporter writes them. */
final class Exported {

    static final int DELTA = 1;
    static final int CUMULATIVE = 2;

    private Exported() {}

    /** An export of one process. */
    static String export(String instance, String metric) {
        return ofResource(
                "{\"attributes\":[" + text("service.name", "voice-agent") + "," + text("service.instance.id", instance)
                        + "]}",
                metric);
    }

    static String ofResource(String resource, String metric) {
        return "{\"resourceMetrics\":[{\"resource\":" + resource + ",\"scopeMetrics\":[{\"scope\":{\"name\":\"http\"},"
                + "\"metrics\":[" + metric + "]}]}]}\n";
    }

    /** The stable metric, in seconds. */
    static String durations(int temporality, String... points) {
        return metric("http.server.request.duration", "s", "histogram", temporality, points);
    }

    static String metric(String name, String unit, String kind, int temporality, String... points) {
        return "{\"name\":\"" + name + "\",\"unit\":\"" + unit + "\",\"" + kind + "\":{\"aggregationTemporality\":"
                + temporality + ",\"dataPoints\":[" + String.join(",", points) + "]}}";
    }

    /** A point with the bounds 0.1, 0.5 and 1. */
    static String point(String route, int status, long start, long time, long... counts) {
        return point(attributes(route, status), start, time, "0.1,0.5,1", counts);
    }

    static String point(String attributes, long start, long time, String bounds, long... counts) {
        return "{\"attributes\":[" + attributes + "],\"startTimeUnixNano\":\"" + start + "\",\"timeUnixNano\":\"" + time
                + "\",\"count\":\"" + Arrays.stream(counts).sum() + "\",\"bucketCounts\":[" + texts(counts)
                + "],\"explicitBounds\":[" + bounds + "]}";
    }

    static String exponentialPoint(String attributes, int scale, long zeros, long offset, long... counts) {
        return "{\"attributes\":[" + attributes + "],\"startTimeUnixNano\":\"10\",\"timeUnixNano\":\"20\",\"count\":\""
                + (zeros + Arrays.stream(counts).sum()) + "\",\"scale\":" + scale + ",\"zeroCount\":\"" + zeros
                + "\",\"positive\":{\"offset\":" + offset + ",\"bucketCounts\":[" + texts(counts) + "]}}";
    }

    static String attributes(String route, int status) {
        return text("http.route", route) + ",{\"key\":\"http.response.status_code\",\"value\":{\"intValue\":\"" + status
                + "\"}}";
    }

    static String text(String key, String value) {
        return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
    }

    private static String texts(long... counts) {
        return Arrays.stream(counts).mapToObj(count -> "\"" + count + "\"").collect(Collectors.joining(","));
    }
}
