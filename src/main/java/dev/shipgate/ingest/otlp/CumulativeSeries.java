package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Points that each count all requests since a start. Of the points with the same start the last one counts, less the
 * requests that the first export of the file had already. A new start is a process that began again at 0.
 */
final class CumulativeSeries implements Series {

    /** A process that starts so often is no process. */
    private static final int MAX_STARTS = 1_000;

    private final Map<Long, Segment> segments = new TreeMap<>();

    @Override
    public boolean add(DataPoint point, boolean isFromBefore) {
        Segment segment = segments.get(point.startNanos());
        if (segment != null) {
            segment.add(point);
            return false;
        }
        segments.put(point.startNanos(), new Segment(point, isFromBefore ? point.buckets() : null));
        if (segments.size() > MAX_STARTS) {
            throw new UnreadableResultException("One series has more than " + MAX_STARTS + " different "
                    + "\"startTimeUnixNano\". A cumulative one keeps it until its process starts again.");
        }
        return true;
    }

    @Override
    public Total total(boolean hasSeveralExports) {
        DurationBuckets sum = null;
        long before = 0;
        for (Segment segment : segments.values()) {
            DurationBuckets counted = segment.last.buckets();
            if (hasSeveralExports && segment.baseline != null) {
                counted = counted.minus(segment.baseline);
                before = Sums.add(before, segment.baseline.count());
            }
            sum = sum == null ? counted : sum.plus(counted);
        }
        return new Total(sum, before);
    }

    /** The points with one start. */
    private static final class Segment {

        private final @Nullable DurationBuckets baseline;
        private DataPoint last;

        Segment(DataPoint first, @Nullable DurationBuckets baseline) {
            this.last = first;
            this.baseline = baseline;
        }

        /** A point that is no later says nothing new: it was exported again. */
        void add(DataPoint point) {
            if (point.timeNanos() > last.timeNanos()) {
                // Its difference to the last one must be requests, so that a count that went down is found.
                point.buckets().minus(last.buckets());
                last = point;
            }
        }
    }
}
