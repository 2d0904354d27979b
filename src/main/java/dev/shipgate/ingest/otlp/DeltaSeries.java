package dev.shipgate.ingest.otlp;

import dev.shipgate.ingest.read.UnreadableResultException;
import org.jspecify.annotations.Nullable;

/** Points that each count the requests since the one before: they add up. */
final class DeltaSeries implements Series {

    private @Nullable DurationBuckets sum;
    private long timeNanos;

    @Override
    public boolean add(DataPoint point, boolean isFromBefore) {
        if (point.startNanos() != 0 && point.startNanos() < timeNanos) {
            throw new UnreadableResultException("Two delta points of the same attributes overlap: one ends at "
                    + timeNanos
                    + " and another starts at " + point.startNanos() + ". Was an export written twice, or do two "
                    + "processes report as one? Give each a service.instance.id.");
        }
        timeNanos = point.timeNanos();
        boolean isFirst = sum == null;
        sum = sum == null ? point.buckets() : sum.plus(point.buckets());
        return isFirst;
    }

    @Override
    public Total total(boolean hasSeveralExports) {
        return new Total(sum, 0);
    }
}
