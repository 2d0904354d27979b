package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Reads files as one format, as a test of that format wants it. */
public final class OneFormat {

    private final ResultFormat format;

    public OneFormat(ResultFormat format) {
        this.format = format;
    }

    public LoadTestResult read(byte[] content, Mapping mapping) throws IOException {
        return LoadTestResult.read(format, mapping, List.of(ResultFile.of(null, "file", content)));
    }

    public LoadTestResult read(String content, String mapping) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), mapping(mapping));
    }

    public LoadTestResult read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), Mapping.none());
    }

    /** The figures of a route. */
    public static ObjectNode route(LoadTestResult test, String name) {
        return Objects.requireNonNull(test.routes().get(name), () -> name + " is none of " + test.routes());
    }

    public static Mapping mapping(String yaml) {
        return Mapping.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    public boolean recognises(byte[] content) throws IOException {
        return format.recognises(FileStart.of(ResultFile.of(null, "file", content)));
    }

    /** Reads into a sink of the test. */
    public Provenance report(byte[] content, Mapping mapping, ResultSink sink) throws IOException {
        try (InputStream in = ResultFile.of(null, "file", content).open()) {
            return format.read(in, mapping, sink);
        }
    }

    /** Reads the file with bytes changed at random: that may succeed, or fail as it should, and in no other way. */
    public void survivesChanges(byte[] content, Mapping mapping, int rounds) throws IOException {
        long seed = 20_240_611;
        System.out.println("Seed of the changes: " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < rounds; i++) {
            byte[] changed = content.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                read(changed, mapping);
            } catch (UnreadableResultException e) {
                assertThat(e).message().isNotBlank();
            }
        }
    }

    /** A sample in the resources of the tests. */
    public static byte[] sample(String path) {
        try (InputStream in = OneFormat.class.getResourceAsStream("/samples/" + path)) {
            if (in == null) {
                throw new IllegalStateException("There is no sample " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
