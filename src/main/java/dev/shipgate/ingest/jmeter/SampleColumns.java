package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.table.CsvRows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The places of the columns of a table; -1 for an optional column that is not there. */
record SampleColumns(
        int label,
        int elapsed,
        int success,
        int name,
        int code,
        int message,
        int thread,
        int time,
        int idle,
        int users,
        int sampleCount,
        int errorCount) {

    /** The columns that must be there, and the settings of JMeter that write them. */
    private static final Map<String, String> SETTINGS =
            new TreeMap<>(Map.of("elapsed", "time", "label", "label", "success", "successful"));

    /**
     * Finds them.
     *
     * @param by the one that names routes
     * @throws UnreadableResultException when one is not there that must be
     */
    static SampleColumns of(CsvRows rows, String by) {
        requireAll(rows);
        return new SampleColumns(
                rows.column("label"),
                rows.column("elapsed"),
                rows.column("success"),
                rows.column(by),
                optional(rows, "responseCode"),
                optional(rows, "responseMessage"),
                optional(rows, "threadName"),
                optional(rows, "timeStamp"),
                optional(rows, "IdleTime"),
                optional(rows, "allThreads"),
                optional(rows, "SampleCount"),
                optional(rows, "ErrorCount"));
    }

    private static void requireAll(CsvRows rows) {
        List<String> missing =
                SETTINGS.keySet().stream().filter(name -> !rows.hasColumn(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableResultException("Line 1: There is no column \""
                    + String.join("\", and no \"", missing) + "\". Set "
                    + missing.stream()
                            .map(name -> "jmeter.save.saveservice." + SETTINGS.get(name) + "=true")
                            .collect(Collectors.joining(" and "))
                    + ".");
        }
    }

    private static int optional(CsvRows rows, String name) {
        return rows.hasColumn(name) ? rows.column(name) : -1;
    }

    /** Notes the columns that are missing, and the facts that nobody can tell without them. */
    void noteMissing(ResultSink sink) {
        if (message < 0) {
            sink.note("There is no column responseMessage, without which rows of transaction controllers are taken for "
                    + "requests. Set jmeter.save.saveservice.response_message=true.");
        }
        if (code < 0) {
            sink.note("There is no column responseCode, without which nobody sees that a sample is called a success in "
                    + "spite of its status. Set jmeter.save.saveservice.response_code=true.");
        }
        if (thread < 0 || time < 0) {
            sink.note("There is no column " + (thread < 0 ? "threadName" : "timeStamp")
                    + ", without which rows of transaction controllers and of parts of samples, such as redirects, are "
                    + "taken for requests. Set jmeter.save.saveservice."
                    + (thread < 0 ? "thread_name" : "timestamp_format")
                    + "=" + (thread < 0 ? "true" : "ms") + ".");
        }
    }
}
