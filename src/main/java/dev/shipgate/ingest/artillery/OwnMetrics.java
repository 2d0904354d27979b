package dev.shipgate.ingest.artillery;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.tool.MappedMetrics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counters and histograms that the test itself emits. */
record OwnMetrics(ArtilleryReport report, ResultSink sink) {

    /** In the name of a metric, stands for the endpoint, so that each has its own. */
    private static final String ENDPOINT = "{endpoint}";

    void report(Mapping mapping, String name) {
        MappedMetrics.report(
                mapping,
                List.of(name),
                endpoint -> (wanted, stat) -> find(wanted, stat, endpoint),
                sink,
                (field, metric, endpoint) -> sink.note(missing(field, endpoint)));
    }

    private static String missing(String field, String name) {
        return name.isEmpty()
                ? "\"" + field + "\" of the test is missing, as the report has no such metric."
                : "\"" + field + "\" of \"" + name + "\" is missing, as the report has no such metric"
                        + " of this endpoint alone: its name must have " + ENDPOINT + " in it.";
    }

    /** A metric of the whole test says nothing of one endpoint of several. */
    private @Nullable Double find(String wanted, @Nullable String stat, String name) {
        boolean isOfEndpoint = wanted.contains(ENDPOINT);
        return isOfEndpoint == name.isEmpty() ? null : report.figure(wanted.replace(ENDPOINT, name), stat);
    }
}
