package dev.shipgate.ingest.oha;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.Milliseconds;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.PercentileNames;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.tool.WholeTestJson;
import org.jspecify.annotations.Nullable;

/** Results of oha: the JSON of {@code oha --output-format json}, which is about the test as a whole, in seconds. */
public final class Oha extends WholeTestJson {

    public Oha() {
        super("oha", "summary", "latencyPercentiles", "statusCodeDistribution", "errorDistribution");
    }

    @Override
    protected Provenance read(JsonNode document, Mapping mapping, ResultSink sink) {
        OhaCounts counts = OhaCounts.read(document);
        JsonNode latencies = document.path("latencyPercentiles");
        ToolPercentiles percentiles = ToolPercentiles.of(
                PercentileNames.WITH_POINT,
                latencies,
                name -> milliseconds(latencies.has(name) ? latencies : document.path("summary"), name));
        percentiles.requireRising("the responses", "fastest", "slowest");
        ChosenPercentile field = percentiles.chosen(mapping.askP95(), "p95");
        P95 p95 = percentiles.ofAll(field, counts.responses(), counts.errors());
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(p95, counts.requests(), counts.failed()));
        counts.notes().forEach(sink::note);
        return new Provenance(
                name(),
                null,
                "result as JSON",
                counts.errors() == 0
                        ? "oha: " + field.forPeople() + " of all responses, whatever their status"
                        : "oha: between percentiles of all responses, whatever their status; requests without a response "
                                + "count as slower",
                "Responses with a status of 400 or above, and requests without a response but for those that the end of the "
                        + "test cut off. oha's successRate calls every response a success.");
    }

    private static @Nullable Double milliseconds(JsonNode object, String name) {
        Double seconds = JsonDocument.number(object, name);
        return seconds == null ? null : (Double) Milliseconds.ofSeconds(seconds);
    }
}
