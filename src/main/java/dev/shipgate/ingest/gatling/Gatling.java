package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.mapping.Mapping;
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
 * Gatling 3: {@code simulation.log}, text up to 3.12 and binary since, with each request; {@code stats.json}, and
 * {@code global_stats.json} of all requests together, with the figures of its report.
 *
 * <p>A route is named by the request; by its groups with {@code by: group}; by both, as in Gatling's report, with
 * {@code by: path}: {@code voice / asr}.
 */
public final class Gatling implements ResultFormat {

    private static final int BYTES_LOOKED_AT = 64;

    @Override
    public String name() {
        return "gatling";
    }

    @Override
    public String lookedFor() {
        return "a simulation.log that begins with a RUN or ASSERTION line, one in binary, or a stats.json with "
                + "\"contents\" and \"stats\"";
    }

    @Override
    public boolean recognises(FileStart start) {
        return TextLog.recognises(start.firstLine())
                || BinaryLog.recognises(start.bytes(BinaryLog.BYTES_TO_RECOGNISE))
                || start.hasFields("type", "name", "pathFormatted", "stats", "contents")
                || start.hasFields("name", "numberOfRequests", "meanResponseTime", "percentiles3");
    }

    @Override
    public Provenance read(InputStream file, Mapping mapping, ResultSink sink) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        int first = first(in);
        Unsupported.metrics("Gatling", mapping, sink);
        if (first != '{') {
            Unsupported.p95("Gatling", mapping);
        }
        GatlingNaming naming = GatlingNaming.of(mapping.askBy());
        return switch (first) {
            case BinaryLog.RUN -> new BinaryLog(in, new LogEvents(sink, naming)).read();
            case '{' -> new Statistics(mapping.askP95(), naming, sink).read(in);
            default -> new TextLog(in, new LogEvents(sink, naming)).read();
        };
    }

    /** The first byte that is not blank; -1 where there is none in sight. */
    private static int first(BufferedInputStream in) throws IOException {
        in.mark(BYTES_LOOKED_AT);
        String start = new String(in.readNBytes(BYTES_LOOKED_AT), StandardCharsets.ISO_8859_1).stripLeading();
        in.reset();
        return start.isEmpty() ? -1 : start.charAt(0);
    }
}
