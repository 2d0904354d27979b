package dev.shipgate.ingest.k6;

import dev.shipgate.file.GzipStream;
import dev.shipgate.ingest.k6.metric.MetricKey;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * k6: {@code handleSummary} data, summary exports, machine-readable summaries, and the points of {@code --out json} and
 * {@code --out csv}, also compressed with gzip.
 */
public final class K6 implements ResultFormat {

    static final String NAME = "k6";
    static final String DURATION = "http_req_duration";
    static final String FAILED = "http_req_failed";
    static final String REQUESTS = "http_reqs";

    /** The duration of all requests, whatever their tags. */
    static final MetricKey DURATION_OF_ALL = new MetricKey(DURATION, Map.of());

    static final String ERROR_DEFINITION =
            "k6: what http_req_failed counts, by default a status other than 200 to 399, or no " + "response";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String lookedFor() {
        return "a JSON object with \"metrics\" and \"root_group\", or with \"version\", \"metadata\", \"config\" and "
                + "\"results\", or lines of JSON with the type Metric or Point, or a table that begins with metric_name,"
                + "timestamp, both also compressed with gzip";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasFields("metrics", "root_group")
                || start.hasFields("metrics", "state", "options")
                || start.hasFields("version", "metadata", "config", "results")
                || FirstPoint.isIn(start.bytes(FirstPoint.BYTES_NEEDED));
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, FirstPoint.BYTES_NEEDED);
        boolean isCompressed = GzipStream.isGzip(start(in));
        BufferedInputStream text =
                isCompressed ? new BufferedInputStream(Gunzipped.of(in), FirstPoint.BYTES_NEEDED) : in;
        byte[] start = start(text);
        if (CsvPoints.areIn(new String(start, StandardCharsets.UTF_8))) {
            return new PointsReader(mapping, sink).readCsv(text);
        }
        return isCompressed || FirstPoint.isInJson(start)
                ? new PointsReader(mapping, sink).readJson(text)
                : new SummaryReader(mapping, sink).read(text);
    }

    private static byte[] start(BufferedInputStream in) throws IOException {
        in.mark(FirstPoint.BYTES_NEEDED);
        byte[] start = in.readNBytes(FirstPoint.BYTES_NEEDED);
        in.reset();
        return start;
    }

    /** Says that no HTTP request was measured, and names the metrics that were. */
    static String noRequests(List<String> metrics) {
        return "There is no " + DURATION + ", so no HTTP request was measured. Requests are looked for there and in "
                + FAILED
                + " only: of gRPC and WebSockets k6 does not count which failed, and an iteration is no request. There is "
                + (metrics.isEmpty()
                        ? "no metric"
                        : String.join(", ", metrics.subList(0, Math.min(20, metrics.size()))))
                + ".";
    }
}
