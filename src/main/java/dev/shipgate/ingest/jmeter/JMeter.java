package dev.shipgate.ingest.jmeter;

import dev.shipgate.ingest.FileStart;
import dev.shipgate.ingest.Mapping;
import dev.shipgate.ingest.Provenance;
import dev.shipgate.ingest.ResultFormat;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.UnreadableResultException;
import dev.shipgate.ingest.Unsupported;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * JMeter: a table (CSV) with a row for each sample, as {@code jmeter -l} writes it, and {@code statistics.json} of its
 * dashboard. A route is named by the label, or by the column that the mapping names.
 */
public final class JMeter implements ResultFormat {

    private static final int MAX_HEADER_BYTES = 1 << 16;

    @Override
    public String name() {
        return "jmeter";
    }

    @Override
    public String lookedFor() {
        return "a table with the columns elapsed and label, or a statistics.json with \"sampleCount\" and "
                + "\"pct2ResTime\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        if (start.isJsonObject()) {
            return DashboardStatistics.recognises(start.text());
        }
        return isXml(start.text())
                || TableHeader.isHeader(start.firstLine())
                || TableHeader.isRowWithoutHeader(start.firstLine());
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, MAX_HEADER_BYTES);
        in.mark(MAX_HEADER_BYTES);
        String start = new String(in.readNBytes(MAX_HEADER_BYTES), StandardCharsets.UTF_8);
        in.reset();
        if (isXml(start)) {
            throw new UnreadableResultException(
                    "This is JMeter's XML. Set jmeter.save.saveservice.output_format=csv, or "
                            + "import statistics.json.");
        }
        Unsupported.metrics("JMeter", mapping, sink);
        if (start.stripLeading().startsWith("{")) {
            return new DashboardStatistics(mapping.p95(), sink).read(in);
        }
        Unsupported.p95("JMeter", mapping);
        return new SampleTable(mapping, sink).read(in, TableHeader.separator(start));
    }

    private static boolean isXml(String start) {
        return start.startsWith("<?xml") && start.contains("<testResults");
    }
}
