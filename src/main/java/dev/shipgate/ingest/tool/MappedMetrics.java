package dev.shipgate.ingest.tool;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.mapping.MetricMapping;
import dev.shipgate.ingest.measure.ResultSink;
import java.util.Collection;
import java.util.function.Function;

/** The fields of routes that a mapping takes from metrics of the test's own. */
public final class MappedMetrics {

    /** Says that a field is missing. */
    @FunctionalInterface
    public interface Missing {

        void note(String field, MetricMapping metric, String name);
    }

    private MappedMetrics() {}

    /**
     * Reports the value of each field, or that it is missing.
     *
     * @param names those of the file, by which the sink knows routes
     * @param figures finds the figures of a name
     */
    public static void report(
            Mapping mapping,
            Collection<String> names,
            Function<String, MetricMapping.Lookup> figures,
            ResultSink sink,
            Missing missing) {
        mapping.askMetrics()
                .forEach((field, metric) -> names.forEach(name -> {
                    Double value = metric.value(figures.apply(name));
                    if (value == null) {
                        missing.note(field, metric, name);
                    } else {
                        sink.metric(name, field, value);
                    }
                }));
    }
}
