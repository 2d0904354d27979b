package dev.shipgate.ingest.oha;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.FileStart;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.Milliseconds;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultFormat;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.Unsupported;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of oha: the JSON of {@code oha --output-format json}, which is about the test as a whole, in seconds. */
public final class Oha implements ResultFormat {

    private static final String[] FIELDS = {
        "summary", "latencyPercentiles", "statusCodeDistribution", "errorDistribution"
    };

    @Override
    public String name() {
        return "oha";
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
        Unsupported.by("oha", mapping);
        Unsupported.metrics("oha", mapping, sink);
        JsonNode document = JsonDocument.read(file);
        Counts counts = Counts.read(document);
        Map<String, Double> percentiles = P95Field.percentiles(document.path("latencyPercentiles"));
        P95Field field = P95Field.of(mapping.p95(), "p95", percentiles);
        P95 p95 = field.ofAll(
                percentiles,
                name -> milliseconds(document.path("latencyPercentiles"), name),
                counts.responses(),
                counts.errors());
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(p95, counts.requests(), counts.failed()));
        counts.notes().forEach(sink::note);
        return new Provenance(
                "oha",
                null,
                "result as JSON",
                counts.errors() == 0
                        ? "oha: " + field.told() + " of all responses, whatever their status"
                        : "oha: between percentiles of all responses, whatever their status; requests without a response "
                                + "count as slower",
                "Responses with a status of 400 or above, and requests without a response but for those that the end of the "
                        + "test cut off. oha's successRate calls every response a success.");
    }

    private static @Nullable Double milliseconds(JsonNode latencies, String name) {
        Double seconds = JsonDocument.number(latencies, name);
        return seconds == null ? null : (Double) Milliseconds.ofSeconds(seconds);
    }
}
