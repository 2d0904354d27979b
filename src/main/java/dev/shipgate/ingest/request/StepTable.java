package dev.shipgate.ingest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.RouteMeasurement;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.RequestTable.Column;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.RequestRows;
import dev.shipgate.ingest.tool.StepFormat;
import dev.shipgate.number.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a step-load test from a table with the columns {@code concurrency}, {@code p95_ms} and
 * {@code error_rate}, in the order in which they ran. The other fields that rules know of a step must be numbers too;
 * other columns of numbers are kept. {@code requests} are also the {@code samples}.
 */
public final class StepTable implements StepFormat {

    private static final String REQUESTS = "requests";
    private static final String SAMPLES = "samples";

    /** People round rates to two decimals, which binary numbers are only near to. */
    private static final double MAX_ROUNDED = 0.005 + 1e-9;

    private static final Map<String, Column> COLUMNS = Map.of(
            "concurrency",
            Column.NAMING_WHOLE_NUMBER,
            "p95_ms",
            Column.NUMBER,
            "p95_at_least_ms",
            Column.NUMBER,
            "p95_at_most_ms",
            Column.NUMBER,
            P95.LOW_MS,
            Column.NUMBER,
            P95.HIGH_MS,
            Column.NUMBER,
            "error_rate",
            Column.NUMBER,
            REQUESTS,
            Column.WHOLE_NUMBER,
            SAMPLES,
            Column.WHOLE_NUMBER,
            RouteMeasurement.CONTRADICTING_STATUS,
            Column.WHOLE_NUMBER);

    static final List<String> REQUIRED = List.of("concurrency", "p95_ms", "error_rate");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String lookedFor() {
        return "a table with the columns concurrency, p95_ms and error_rate";
    }

    @Override
    public String what() {
        return "a table of steps";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasColumns(REQUIRED);
    }

    @Override
    public Provenance provenance() {
        return new Provenance("csv", null, "table", "as the table says", "as the table says");
    }

    @Override
    public RequestRows read(InputStream file) throws IOException {
        RequestRows steps = new RequestTable(COLUMNS, REQUIRED).read(file, StepTable::requireErrorRate);
        List<String> notes = new ArrayList<>(steps.notes());
        remark(steps).ifPresent(notes::add);
        for (JsonNode step : steps.rows()) {
            JsonNode requests = step.path(REQUESTS);
            if (requests.isIntegralNumber() && !step.has(SAMPLES)) {
                ((ObjectNode) step).set(SAMPLES, requests);
            }
        }
        return new RequestRows(steps.rows(), notes);
    }

    /** A table may have how many failed beside the rate, or the rate again under that name. */
    private static void requireErrorRate(JsonNode step, long line) {
        long requests = step.path(step.has(REQUESTS) ? REQUESTS : SAMPLES).longValue();
        JsonNode failed = step.path("failed");
        JsonNode rate = step.path("error_rate");
        if (requests > 0
                && failed.isIntegralNumber()
                && rate.isNumber()
                && failed.doubleValue() != rate.doubleValue()
                && Math.abs(failed.doubleValue() / requests - rate.doubleValue()) > MAX_ROUNDED) {
            throw UnreadableResultException.atLine(
                    line,
                    "The step of " + step.path("concurrency") + " users has " + failed + " failed of " + requests
                            + " requests, but its error_rate is " + Numbers.forPeople(rate.doubleValue()) + ".");
        }
    }

    /** Seconds that are read as milliseconds keep every budget. */
    private static Optional<String> remark(RequestRows steps) {
        double highest = 0;
        for (JsonNode step : steps.rows()) {
            highest = Math.max(highest, step.path("p95_ms").doubleValue());
        }
        return highest > 0 && highest < 1
                ? Optional.of("All of p95_ms are below 1 ms. Are they seconds? Then write milliseconds.")
                : Optional.empty();
    }
}
