package dev.shipgate.ingest.autocannon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.FileStart;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultFormat;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.Unsupported;
import java.io.IOException;
import java.io.InputStream;

/** Results of autocannon: the JSON of {@code autocannon -j}, which is about the test as a whole. */
public final class Autocannon implements ResultFormat {

    private static final String[] FIELDS = {"connections", "pipelining", "non2xx", "latency", "requests", "throughput"};

    @Override
    public String name() {
        return "autocannon";
    }

    @Override
    public String lookedFor() {
        return "a JSON object with \"" + String.join("\", \"", FIELDS) + "\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasFields(FIELDS);
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.by("autocannon", mapping);
        Unsupported.metrics("autocannon", mapping, sink);
        JsonNode document = JsonDocument.read(file);
        Counts counts = Counts.read(document);
        Latencies latencies = Latencies.read(document, counts, mapping.p95());
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(latencies.p95(), counts.requests(), counts.failed()));
        sink.note("autocannon measured " + document.path("url") + ".");
        counts.notes().forEach(sink::note);
        latencies.notes().forEach(sink::note);
        return new Provenance(
                "autocannon",
                null,
                "result as JSON",
                latencies.method(),
                "Responses with a status of 1xx, 4xx or 5xx, bodies other than expected, connection errors, time-outs, "
                        + "and requests that were sent and never answered. A redirect is not followed, and no failure.");
    }
}
