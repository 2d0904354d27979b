package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reads files of one format as imports do, for tests of that format. */
public final class ImportedFile {

    private static final int MUTATIONS = 2_000;

    private ImportedFile() {}

    /** A file of a load test, of which the field is measured; null where the file says it. */
    public static ResultFile file(@Nullable String field, String text) {
        return file(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a load test, of which the field is measured; null where the file says it. */
    public static ResultFile file(@Nullable String field, byte[] bytes) {
        return ResultFile.of(field, field + ".json", bytes);
    }

    /** The result that files of one tool hold. */
    public static LoadTestResult read(ResultFormat format, Mapping mapping, ResultFile... files) {
        try {
            return LoadTestResult.read(format, mapping, Arrays.asList(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LoadTestResult read(ResultFormat format, byte[] file, Mapping mapping) {
        return read(format, mapping, file(null, file));
    }

    public static LoadTestResult read(ResultFormat format, String file, Mapping mapping) {
        return read(format, mapping, file(null, file));
    }

    /** Reads one with a mapping in YAML. */
    public static LoadTestResult read(ResultFormat format, String file, String mapping) {
        return read(format, file, mapping(mapping));
    }

    public static LoadTestResult read(ResultFormat format, String file) {
        return read(format, file, Mapping.none());
    }

    /** Reads one into a sink of the test. */
    public static Provenance report(ResultFormat format, byte[] file, Mapping mapping, ResultSink sink)
            throws IOException {
        try (InputStream in = file(null, file).open()) {
            return format.read(in, mapping, sink);
        }
    }

    /** Reads one that measures the test as a whole, which is the route "tts" then. */
    public static ObjectNode wholeTest(ResultFormat format, String file) {
        return route(read(format, file, onRoute()), "tts");
    }

    /** The measurements of a route. */
    public static ObjectNode route(LoadTestResult test, String name) {
        ObjectNode route = test.routes().get(name);
        if (route == null) {
            throw new AssertionError(
                    "There is no route " + name + ", but " + test.routes().keySet());
        }
        return route;
    }

    /** The message with which a file is refused. */
    public static String refusal(ResultFormat format, String file, Mapping mapping) {
        try {
            read(format, file, mapping);
        } catch (UnreadableResultException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("The file was not refused");
    }

    /** A mapping that says of files about one route that it is "tts". */
    public static Mapping onRoute() {
        return Mapping.none().with("tts", null);
    }

    /** A mapping in YAML. */
    public static Mapping mapping(String... lines) {
        return Mapping.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a file is taken for one of the format. */
    public static boolean recognises(ResultFormat format, byte[] file) {
        try {
            return format.recognises(FileStart.of(file(null, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file with random bytes changed, which must be read or refused with words, and never end otherwise. */
    public static void readMutations(ResultFormat format, Mapping mapping, byte[] whole, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = whole.clone();
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
            }
            Throwable thrown = catchThrowable(
                    () -> format.read(new ByteArrayInputStream(mutated), mapping, new RouteMeasurements(mapping)));
            assertThat(thrown == null || thrown instanceof UnreadableResultException)
                    .as("mutation %d with the seed %d: %s", i, seed, thrown)
                    .isTrue();
        }
    }
}
