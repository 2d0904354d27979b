package dev.shipgate.ingest.artillery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Results of Artillery 2: the report of {@code artillery run --output}. With the plugin metrics-by-endpoint each
 * endpoint is a route, without it the report is about the test as a whole.
 */
public final class Artillery implements ResultFormat {

    private static final Map<String, Double> PERCENTILES = percentiles();

    @Override
    public String name() {
        return "artillery";
    }

    @Override
    public String lookedFor() {
        return "a JSON object with \"aggregate\" and \"intermediate\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasFields("aggregate", "intermediate");
    }

    /** The windows in "intermediate" are parts of "aggregate", and their percentiles cannot be put together. */
    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        JsonNode document = JsonDocument.read(file);
        JsonNode aggregate = document.path("aggregate");
        if (!aggregate.path("counters").isObject()
                || !aggregate.path("summaries").isObject()) {
            throw new UnreadableResultException(
                    "\"aggregate\" must have \"counters\" and \"summaries\", as Artillery 2 "
                            + "writes them. Reports of Artillery 1, and legacy reports of 2, cannot be read.");
        }
        ChosenPercentile p95 = ChosenPercentile.p95(mapping.askP95(), "p95", PERCENTILES);
        ArtilleryReport report = new ArtilleryReport(aggregate, p95);
        Failures failures = Failures.read(report);
        Totals.requireSumOfWindows(report, document.path("intermediate"));
        Totals.requireResponses(report, failures);
        Collection<Endpoint> endpoints = Endpoint.all(report, mapping.askBy());
        if (endpoints.isEmpty() && mapping.askBy() != null) {
            throw new UnreadableResultException("There are no metrics in the namespace \"" + mapping.askBy()
                    + "\" that the mapping names routes by. The plugin metrics-by-endpoint writes to "
                    + "plugins.metrics-by-endpoint, or to its setting metricsNamespace.");
        }
        if (endpoints.isEmpty()) {
            new WholeTest(report, failures).report(mapping, sink);
        } else {
            new Endpoints(report, failures, endpoints).report(mapping, sink);
        }
        return new Provenance(
                "artillery",
                null,
                "report of version 2",
                "artillery: " + p95.forPeople()
                        + " of the time to the first byte of all responses, failed ones included, "
                        + "within 1 % (DDSketch)",
                "Responses with a status of 400 or above, requests without a response, and failed captures, matches and "
                        + "expectations. A response that failed in two ways counts twice.");
    }

    private static Map<String, Double> percentiles() {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", 50.0);
        percentiles.put("p75", 75.0);
        percentiles.put("p90", 90.0);
        percentiles.put("p95", 95.0);
        percentiles.put("p99", 99.0);
        percentiles.put("p999", 99.9);
        return percentiles;
    }
}
