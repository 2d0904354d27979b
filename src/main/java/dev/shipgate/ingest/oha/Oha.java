package dev.shipgate.ingest.oha;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.FileStart;
import dev.shipgate.ingest.JsonDocument;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.P95Field;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultFormat;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import dev.shipgate.ingest.Unsupported;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Results of oha: the JSON of {@code oha --output-format json}, which is about the test as a whole, in seconds. */
public final class Oha implements ResultFormat {

    private static final String[] FIELDS = {
        "summary", "latencyPercentiles", "statusCodeDistribution", "errorDistribution"
    };

    /** Such as {@code p99.9}. */
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,5})?)");

    private static final double MILLIS_PER_SECOND = 1_000;

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
        Map<String, Double> percentiles = percentiles(document.path("latencyPercentiles"));
        P95Field field = P95Field.of(mapping.p95(), "p95", percentiles);
        P95 p95 = counts.responses() == 0 ? P95.UNKNOWN : p95(document.path("latencyPercentiles"), field, percentiles);
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(p95, counts.requests(), counts.failed()));
        counts.notes().forEach(sink::note);
        return new Provenance(
                "oha",
                null,
                "result as JSON",
                "oha: " + field.told()
                        + " of all responses, whatever their status; requests without a response are not in it",
                "Responses with a status of 400 or above, and requests without a response but for those that the end of the "
                        + "test cut off. oha's successRate calls every response a success.");
    }

    private static Map<String, Double> percentiles(JsonNode latencies) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        latencies.fieldNames().forEachRemaining(name -> {
            Matcher percentile = PERCENTILE.matcher(name);
            if (percentile.matches()) {
                percentiles.put(name, Double.valueOf(percentile.group(1)));
            }
        });
        return percentiles;
    }

    private static P95 p95(JsonNode latencies, P95Field field, Map<String, Double> percentiles) {
        Double p95Ms = milliseconds(latencies, field.name());
        return p95Ms == null ? P95Field.between(percentiles, name -> milliseconds(latencies, name)) : P95.of(p95Ms);
    }

    private static @Nullable Double milliseconds(JsonNode latencies, String name) {
        Double seconds = JsonDocument.number(latencies, name);
        return seconds == null ? null : (Double) (seconds * MILLIS_PER_SECOND);
    }
}
