package dev.shipgate.ingest.fortio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.Unsupported;
import dev.shipgate.ingest.tool.WholeTestJson;

/**
 * Results of fortio: the JSON of {@code fortio load -json}, which is about the test as a whole, in seconds. Nighthawk
 * writes the same form ({@code --output-format fortio}), with numbers of 64 bits as texts.
 */
public final class Fortio extends WholeTestJson {

    public Fortio() {
        super("fortio", "DurationHistogram", "RetCodes", "ActualQPS");
    }

    @Override
    protected Provenance read(JsonNode document, Mapping mapping, ResultSink sink) {
        Unsupported.p95(mapping, "of fortio it is found in the histogram. Leave p95 out.");
        Durations durations = Durations.read(document.path("DurationHistogram"));
        ReturnCodes written = ReturnCodes.read(document.path("RetCodes"));
        ReturnCodes codes = written.of(durations.count());
        requireCounts(document, durations.count(), codes);
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(durations.p95(), codes.requests(), codes.failed()));
        if (codes.failed() > written.failed()) {
            sink.note((codes.failed() - written.failed())
                    + " requests have no return code, as those of Nighthawk whose status "
                    + "is not 2xx. They count as failed.");
        }
        return new Provenance(
                name(),
                document.path("Version").isTextual() ? document.path("Version").textValue() : null,
                "result as JSON",
                "between the ends of a bucket of fortio's histogram, and estimated linearly within it, of all requests, failed "
                        + "ones included; fortio's own percentiles are such estimates too",
                "Return codes other than 1xx, 2xx and 3xx of HTTP, SERVING of gRPC, and OK; and requests without one.");
    }

    /**
     * fortio counts requests again by their errors and by the sizes of their answers. Nighthawk has sizes of answers
     * alone.
     */
    private static void requireCounts(JsonNode document, long requests, ReturnCodes codes) {
        JsonNode errors = document.path("ErrorsDurationHistogram");
        if (errors.has("Count")) {
            codes.requireErrors(JsonDocument.requiredCount64(errors, "Count"));
        }
        JsonNode sizes = document.path("Sizes");
        if (sizes.path("Count").isNumber() && JsonDocument.requiredCount(sizes, "Count") != requests) {
            throw new UnreadableResultException("\"Sizes\" has " + JsonDocument.requiredCount(sizes, "Count")
                    + " requests, but \"DurationHistogram\" has " + requests + ".");
        }
    }
}
