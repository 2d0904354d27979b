package dev.shipgate.ingest.artillery;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import org.jspecify.annotations.Nullable;

/** Counters and histograms that the test itself emits. */
record OwnMetrics(ArtilleryReport report, ResultSink sink) {

    /** In the name of a metric, stands for the endpoint, so that each has its own. */
    private static final String ENDPOINT = "{endpoint}";

    void tell(Mapping mapping, String name) {
        mapping.askMetrics().forEach((field, metric) -> {
            Double value = metric.value((wanted, stat) -> find(wanted, stat, name));
            if (value == null) {
                sink.note("\"" + field + "\" of " + (name.isEmpty() ? "the test" : "\"" + name + "\"")
                        + " is missing, as the report has no such metric"
                        + (name.isEmpty()
                                ? "."
                                : " of this endpoint alone: its name must have " + ENDPOINT + " in it."));
            } else {
                sink.metric(name, field, value);
            }
        });
    }

    /** A metric of the whole test says nothing of one endpoint of several. */
    private @Nullable Double find(String wanted, @Nullable String stat, String name) {
        boolean isOfEndpoint = wanted.contains(ENDPOINT);
        return isOfEndpoint == name.isEmpty() ? null : report.figure(wanted.replace(ENDPOINT, name), stat);
    }
}
