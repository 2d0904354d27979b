package dev.shipgate.ingest.jmeter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.measure.ConfiguredPercentiles;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.ingest.read.JsonDocument;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.number.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code statistics.json} of JMeter's dashboard: the figures that it has of each label, and of all of them together.
 */
final class DashboardStatistics {

    private static final List<String> PERCENTILES =
            List.of("minResTime", "medianResTime", "pct1ResTime", "pct2ResTime", "pct3ResTime", "maxResTime");
    private static final String RANKS = "the percentiles are the 90th, 95th and 99th. Import the JTL.";
    private static final String TOTAL = "Total";

    /** Of so many samples of a label JMeter takes percentiles, the last ones. */
    private static final long WINDOW = 20_000;

    /** JMeter writes a float; other programs may round it to two decimals. */
    private static final double MAX_ROUNDED_PCT = 0.01;

    private final ConfiguredPercentiles percentiles;
    private final ResultSink sink;
    private final List<String> beyondWindow = new ArrayList<>();

    /**
     * Reads into a sink.
     *
     * @param p95 which field is the 95th percentile; null for the one that is with the default configuration
     */
    DashboardStatistics(@Nullable String p95, ResultSink sink) {
        this.percentiles = new ConfiguredPercentiles("JMeter", PERCENTILES, RANKS, p95);
        this.sink = sink;
    }

    static boolean recognises(String start) {
        return start.contains("\"sampleCount\"") && start.contains("\"errorPct\"") && start.contains("\"pct1ResTime\"");
    }

    Provenance read(InputStream in) throws IOException {
        JsonNode document = JsonDocument.read(in);
        StatisticsTotals totals = new StatisticsTotals();
        for (Map.Entry<String, JsonNode> entry : document.properties()) {
            Summary summary = summary(entry.getKey(), entry.getValue());
            long samples = count(entry.getValue(), "sampleCount", entry.getKey());
            long failed = count(entry.getValue(), "errorCount", entry.getKey());
            if (isTotal(entry.getKey(), document)) {
                totals.total(samples, failed);
            } else {
                totals.label(samples, failed);
                sink.summary(entry.getKey(), summary);
            }
        }
        if (document.size() == 1 && document.has(TOTAL)) {
            sink.summary(ResultSink.WHOLE_TEST, summary(TOTAL, document.get(TOTAL)));
        } else {
            totals.requireFit();
            totals.remark().ifPresent(sink::note);
        }
        noteWindow();
        return new Provenance(
                "jmeter",
                null,
                "statistics.json",
                method(),
                "errorCount: samples without success, by status or assertion");
    }

    private static boolean isTotal(String label, JsonNode document) {
        return label.equals(TOTAL)
                && document.path(label).path("transaction").asText().equals(TOTAL);
    }

    private String method() {
        String taken = percentiles.taken();
        return "JMeter: " + taken + " (Hyndman-Fan 6), failed samples included, of the last 20,000 samples of a label "
                + "(jmeter.reportgenerator.statistic_window). It is the "
                + percentiles.rank() + " unless jmeter.properties say otherwise (aggregate_rpt_" + taken.substring(0, 4)
                + "), which the file does not tell";
    }

    private Summary summary(String label, JsonNode statistics) {
        long samples = count(statistics, "sampleCount", label);
        long failed = count(statistics, "errorCount", label);
        if (failed > samples) {
            throw new UnreadableResultException(
                    "\"errorCount\" of \"" + label + "\" is " + failed + ", more than its " + samples + " samples.");
        }
        if (samples > 0) {
            requireErrorPct(statistics, label, samples, failed);
        }
        if (samples > WINDOW && !label.equals(TOTAL)) {
            beyondWindow.add(label);
        }
        return Summary.ofCounts(samples == 0 ? null : p95(statistics, label), samples, failed);
    }

    private static void requireErrorPct(JsonNode statistics, String label, long samples, long failed) {
        Double errorPct = JsonDocument.number(statistics, "errorPct");
        double counted = 100.0 * failed / samples;
        if (errorPct != null && Math.abs(errorPct - counted) > MAX_ROUNDED_PCT) {
            throw new UnreadableResultException("\"errorPct\" of \"" + label + "\" is " + Numbers.forPeople(errorPct)
                    + ", but its " + failed + " errors of " + samples + " samples are " + Numbers.forPeople(counted)
                    + " %.");
        }
    }

    private static long count(JsonNode statistics, String field, String label) {
        Long count = JsonDocument.count(statistics, field);
        if (count == null) {
            throw new UnreadableResultException("\"" + label + "\" has no \"" + field + "\".");
        }
        return count;
    }

    private @Nullable Double p95(JsonNode statistics, String label) {
        return percentiles.value(label, field -> JsonDocument.number(statistics, field));
    }

    private void noteWindow() {
        if (!beyondWindow.isEmpty()) {
            sink.note("JMeter's percentiles of " + String.join(", ", beyondWindow)
                    + " are of the last 20,000 samples, unless "
                    + "jmeter.reportgenerator.statistic_window was set. Import the JTL for those of all.");
        }
    }
}
