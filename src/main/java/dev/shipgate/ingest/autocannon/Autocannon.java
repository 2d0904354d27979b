package dev.shipgate.ingest.autocannon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.tool.WholeTestJson;

/** Results of autocannon: the JSON of {@code autocannon -j}, which is about the test as a whole. */
public final class Autocannon extends WholeTestJson {

    public Autocannon() {
        super("autocannon", "connections", "pipelining", "non2xx", "latency", "requests", "throughput");
    }

    @Override
    protected Provenance read(JsonNode document, Mapping mapping, ResultSink sink) {
        AutocannonCounts counts = AutocannonCounts.read(document);
        Latencies latencies = Latencies.read(document, counts, mapping.askP95());
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(latencies.p95(), counts.requests(), counts.failed()));
        sink.note("autocannon measured " + document.path("url") + ".");
        counts.notes().forEach(sink::note);
        latencies.notes().forEach(sink::note);
        return new Provenance(
                name(),
                null,
                "result as JSON",
                latencies.method(),
                "Responses with a status of 1xx, 4xx or 5xx, bodies other than expected, connection errors, time-outs, "
                        + "and requests that were sent and never answered. A redirect is not followed, and no failure.");
    }
}
