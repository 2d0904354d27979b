package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.k6.metric.MetricKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of {@code --out json}. */
sealed interface PointLine {

    /** The type of a line that declares a metric. */
    String METRIC = "Metric";

    /** The type of a line with a value. */
    String POINT = "Point";

    /** The metric that it is about. */
    String metric();

    /**
     * The declaration of a metric: the line before its first value.
     *
     * @param kind null for one that is not known
     * @param submetrics for which there are thresholds
     */
    record Definition(String metric, @Nullable MetricKind kind, List<MetricKey> submetrics) implements PointLine {}

    /**
     * A value that is wanted.
     *
     * @param time as in the file
     * @param tags those that are wanted
     */
    record Point(long line, String metric, String time, double value, Map<String, String> tags) implements PointLine {}

    /** A value that is not wanted. */
    record Other(String metric) implements PointLine {}
}
