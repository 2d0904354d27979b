package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One metric of one process, by the attributes of its requests. */
final class Exporter {

    private final Source source;
    private final boolean isDelta;
    private final Map<Attributes, Series> series = new LinkedHashMap<>();

    /** Up to when the first export counts; the requests in it may have been before the file. */
    private long firstExportNanos;

    private long lastExportNanos;

    Exporter(Source source, boolean isDelta) {
        this.source = source;
        this.isDelta = isDelta;
    }

    Source source() {
        return source;
    }

    /**
     * Adds the points of an export.
     *
     * @param fileNanos up to when the first export of the file counts: a process that started later has no requests
     *     from before
     * @return how many numbers are kept for it that were not before
     */
    long add(List<DataPoint> points, boolean areDelta, long fileNanos) {
        if (areDelta != isDelta) {
            throw new UnreadableResultException(
                    "\"aggregationTemporality\" of one process changes between delta and " + "cumulative.");
        }
        long latest = points.stream().mapToLong(DataPoint::timeNanos).max().orElse(0);
        firstExportNanos = firstExportNanos == 0 ? latest : firstExportNanos;
        lastExportNanos = Math.max(lastExportNanos, latest);
        long kept = 0;
        for (DataPoint point : points) {
            boolean isFromBefore = point.timeNanos() <= firstExportNanos && point.startNanos() < fileNanos;
            Series known = series.get(point.attributes());
            if (known == null) {
                known = isDelta ? new DeltaSeries() : new CumulativeSeries();
                series.put(point.attributes(), known);
                kept += point.attributes().toString().length();
            }
            kept += known.add(point, isFromBefore) ? 2L * point.buckets().size() : 0;
        }
        return kept;
    }

    void forEach(BiConsumer<Attributes, Series.Total> receiver) {
        boolean hasSeveralExports = lastExportNanos > firstExportNanos;
        series.forEach((attributes, points) -> receiver.accept(attributes, points.total(hasSeveralExports)));
    }
}
