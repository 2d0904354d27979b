package dev.shipgate.ingest.vegeta;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.LatencyHistogram;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.tool.Unsupported;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Results of vegeta: the report of {@code vegeta report -type=json}, and the rows of {@code vegeta encode} as JSON or
 * CSV.
 */
public final class Vegeta implements ResultFormat {

    /**
     * Nanoseconds since 1970, which a spreadsheet shortens, status, nanoseconds that it took, and numbers of bytes.
     * There is no header.
     */
    private static final Pattern CSV =
            Pattern.compile("(\\d{16,19}|\\d(\\.\\d+)?E\\+\\d\\d),\\d{1,3},\\d+,\\d+,\\d+,.*");

    private static final int ENOUGH_TO_TELL = 1 << 16;

    private static final String RAW_ERRORS = "Requests with a status other than 2xx or 3xx, or with an error.";

    @Override
    public String name() {
        return "vegeta";
    }

    @Override
    public String lookedFor() {
        return "a JSON object with \"latencies\", \"status_codes\" and \"success\", or rows of vegeta encode";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasFields("latencies", "bytes_in", "status_codes", "success")
                || start.hasFields("attack", "seq", "code", "timestamp", "latency")
                || CSV.matcher(start.firstLine()).matches();
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        Unsupported.metrics("vegeta", mapping, sink);
        BufferedInputStream in = new BufferedInputStream(file, ENOUGH_TO_TELL);
        in.mark(ENOUGH_TO_TELL);
        String start = new String(in.readNBytes(ENOUGH_TO_TELL), StandardCharsets.UTF_8).stripLeading();
        in.reset();
        if (start.startsWith("{") && start.contains("\"latencies\"")) {
            Unsupported.by("vegeta's report", mapping);
            return VegetaReport.read(in, mapping.askP95(), sink);
        }
        Unsupported.p95("vegeta", mapping);
        RowSink rows = new RowSink(VegetaNaming.of(mapping.askBy()), sink);
        if (start.startsWith("{")) {
            JsonLines.read(in, rows);
        } else {
            VegetaCsv.read(in, rows);
        }
        return new Provenance(
                "vegeta", null, "rows of vegeta encode", LatencyHistogram.P95_METHOD + ", in whole µs", RAW_ERRORS);
    }
}
