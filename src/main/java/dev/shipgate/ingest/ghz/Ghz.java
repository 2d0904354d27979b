package dev.shipgate.ingest.ghz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.ChosenPercentile;
import dev.shipgate.ingest.measure.LatencyHistogram;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.measure.ToolPercentiles;
import dev.shipgate.ingest.tool.WholeTestJson;

/**
 * Results of ghz: the JSON of {@code ghz -O json}, which is about the calls of one method of gRPC. With a row for each
 * call ({@code details}) the percentile is that of all of them, without it is bounded by those of ghz, which leaves
 * failed calls out.
 */
public final class Ghz extends WholeTestJson {

    private static final String ERRORS = "Calls with a status other than OK, or with an error.";

    public Ghz() {
        super("ghz", "count", "rps", "errorDistribution", "statusCodeDistribution");
    }

    @Override
    protected Provenance read(JsonNode document, Mapping mapping, ResultSink sink) {
        GhzCounts counts = GhzCounts.read(document);
        boolean countsErrors = document.path("options").path("count-errors").asBoolean();
        long withoutLatency = countsErrors ? 0 : counts.failed();
        counts.requireHistogram(document.path("histogram"), counts.calls() - withoutLatency);
        if (Details.areThere(document.path("details"), counts) && mapping.askP95() == null) {
            Details.report(document.path("details"), counts, sink);
            return new Provenance(
                    name(), null, "result as JSON, with a row for each call", LatencyHistogram.P95_METHOD, ERRORS);
        }
        ToolPercentiles percentiles = Distribution.read(document);
        ChosenPercentile field = percentiles.chosen(mapping.askP95(), "95");
        P95 p95 = percentiles.ofAll(field, counts.calls() - withoutLatency, withoutLatency);
        sink.summary(ResultSink.WHOLE_TEST, Summary.ofCounts(p95, counts.calls(), counts.failed()));
        if (withoutLatency > 0) {
            sink.note(
                    withoutLatency
                            + " calls failed, and are not in ghz's percentiles. They count as slower than all others, so that the "
                            + "95th percentile is only known within bounds. Run ghz with --count-errors to have it of all calls.");
        }
        return new Provenance(
                name(),
                null,
                "result as JSON",
                withoutLatency == 0
                        ? "ghz: the percentile " + field.forPeople() + " of all calls"
                        : "ghz: between percentiles of the calls that did not fail; those that failed count as slower",
                ERRORS);
    }
}
