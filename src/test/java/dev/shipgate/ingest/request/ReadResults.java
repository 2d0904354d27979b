package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reads files of one tool as the service does. */
public final class ReadResults {

    private static final int MUTATIONS = 2_000;

    private ReadResults() {}

    /** A file of a load test. */
    public static ResultFile file(@Nullable String field, String text) {
        return file(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a load test. */
    public static ResultFile file(@Nullable String field, byte[] bytes) {
        return ResultFile.of(field, field + ".json", bytes);
    }

    /** What files of one tool say. */
    public static LoadTestResult read(ResultFormat format, Mapping mapping, ResultFile... files) throws IOException {
        return LoadTestResult.read(format, mapping, Arrays.asList(files));
    }

    /** Whether a file is taken for one of the tool. */
    public static boolean recognises(ResultFormat format, byte[] bytes) throws IOException {
        return format.recognises(FileStart.of(file(null, bytes)));
    }

    /** A file of the test resources. */
    public static byte[] resource(String path) throws IOException {
        try (InputStream in = ReadResults.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
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
