package dev.shipgate.ingest.jmeter;

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

/**
 * JMeter: a table (CSV) with a row for each sample, as {@code jmeter -l} writes it, XML with an element for each, and
 * {@code statistics.json} of its dashboard. A route is named by the label, or by the column that the mapping names.
 */
public final class JMeter implements ResultFormat {

    private static final int MAX_HEADER_BYTES = 1 << 16;

    @Override
    public String name() {
        return "jmeter";
    }

    @Override
    public String lookedFor() {
        return "a table with columns such as timeStamp, elapsed and label, XML with the element testResults, or a statistics.json with "
                + "\"sampleCount\" and \"pct2ResTime\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        if (start.isJsonObject()) {
            return DashboardStatistics.recognises(start.text());
        }
        return SampleXml.recognises(start.text())
                || TableHeader.isHeader(start)
                || TableHeader.isRowWithoutHeader(start);
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, MAX_HEADER_BYTES);
        in.mark(MAX_HEADER_BYTES);
        byte[] bytes = in.readNBytes(MAX_HEADER_BYTES);
        in.reset();
        String text = new String(bytes, StandardCharsets.UTF_8);
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Unsupported.metrics("JMeter", mapping, sink);
        if (start.stripLeading().startsWith("{")) {
            return new DashboardStatistics(mapping.askP95(), sink).read(in);
        }
        Unsupported.p95("JMeter", mapping);
        if (SampleXml.recognises(start)) {
            // A declaration must be the first of all, and people who copy a file leave a blank line before it.
            in.skipNBytes(new String(bytes, StandardCharsets.ISO_8859_1).indexOf('<'));
            new SampleXml(mapping, sink).read(in);
            return provenance("JTL (XML)");
        }
        new SampleTable(mapping, sink).read(in, TableHeader.separator(start));
        return provenance("JTL (CSV)");
    }

    private static Provenance provenance(String form) {
        return new Provenance(
                "jmeter",
                null,
                form,
                LatencyHistogram.P95_METHOD,
                "success is false: the sampler took the answer for an error, or an assertion failed");
    }
}
