package dev.shipgate.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Metrics of OpenTelemetry in OTLP/JSON: one export, or one on each line as the collector's file exporter writes them.
 * The metric that counts is the histogram {@code http.server.request.duration} (or the older
 * {@code http.server.duration}), explicit or exponential, delta or cumulative.
 */
public final class Otlp implements ResultFormat {

    private static final String METRICS = "resourceMetrics";

    /**
     * The signals that an export can be of: the file exporter writes them to one file when it is in several
     * pipelines.
     */
    private static final List<String> SIGNALS = List.of(METRICS, "resourceSpans", "resourceLogs", "resourceProfiles");

    private static final Provenance PROVENANCE = new Provenance(
            "otlp",
            null,
            "OTLP/JSON metrics",
            "from the buckets of the servers' durations, of all requests, failed ones included: between the ends of a "
                    + "bucket, which the shortest and longest duration narrow, and estimated linearly within it",
            "a status of 500 or more, or an error.type; a status of 4xx is no error of the server");

    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public String lookedFor() {
        return "JSON objects with \"" + METRICS + "\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        return SIGNALS.stream().anyMatch(start::hasFields) && start.text().contains("\"" + METRICS + "\"");
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        ServerDurations durations = new ServerDurations();
        Exports.forEach(file, export -> {
            requireExport(export);
            durations.add(export);
        });
        if (!mapping.askMetrics().isEmpty()) {
            sink.note("The metrics of the mapping are not read from OTLP: its durations of HTTP servers are.");
        }
        new RoutesOfServers(mapping.askBy(), sink).report(durations);
        return PROVENANCE;
    }

    private static void requireExport(JsonNode export) {
        if (SIGNALS.stream().noneMatch(export::has)) {
            throw new UnreadableResultException("An export must be an object with \"" + METRICS + "\".");
        }
    }
}
