package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, changed or made to do harm. */
class K6DamagedFilesTest {

    private static final Mapping MAPPING =
            K6Reading.mapping("metrics: {cost: {metric: cost_usd}, checks: {metric: checks}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handle-summary.json",
                "summary-export.json",
                "machine-readable-1.7.1.json",
                "machine-readable-2.0.0.json"
            })
    void aSummaryThatIsCutOffIsRefused(String file) {
        byte[] whole = K6Reading.file(file);
        for (int length = 0; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> K6Reading.of(cut, MAPPING)).isInstanceOf(UnreadableResultException.class);
        }
    }

    @Test
    void pointsThatAreCutOffWithinALineAreRefused() {
        byte[] whole = K6Reading.file("points.json");
        for (int length = 1; length < whole.length; length += 997) {
            byte[] cut = Arrays.copyOf(whole, whole[length - 1] == '\n' || whole[length] == '\n' ? length - 2 : length);
            assertThatThrownBy(() -> K6Reading.of(cut, MAPPING)).isInstanceOf(UnreadableResultException.class);
        }
    }

    @Test
    void pointsThatEndWithinARequestAreRefused() {
        String whole = new String(K6Reading.file("points.json"), StandardCharsets.UTF_8);
        String cut = whole.substring(0, whole.lastIndexOf("{\"metric\":\"http_req_duration\""));

        assertThatThrownBy(() -> K6Reading.of(cut))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageEndingWith("The file ends within a request: there are 60 values of http_reqs, but 59 of "
                        + "http_req_duration. Is it cut off?");
    }

    @Test
    void aLineThatIsNoJsonIsRefusedWithItsNumber() {
        String whole = new String(K6Reading.file("points.json"), StandardCharsets.UTF_8);
        int line = 1
                + (int) whole.substring(0, whole.indexOf("{\"metric\":\"http_req_waiting\""))
                        .lines()
                        .count();

        assertThatThrownBy(() ->
                        K6Reading.of(whole.replaceFirst("\\{\"metric\":\"http_req_waiting\"", "{\"metric\":oops")))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line " + line + ": The line is not one JSON object. Is the file cut off?");
    }

    @Test
    void twoLinesInOneAreRefused() {
        String line = K6PointsTest.point("http_req_waiting", 1).strip();

        assertThatThrownBy(() -> K6Reading.of(line + "\n" + line + line + "\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 2: The line has more than one JSON object. Were line ends lost, as curl -d loses them? Use "
                                + "--data-binary.");
    }

    @Test
    void compressedPointsThatAreCutOffAreRefused() throws IOException {
        byte[] whole = K6Reading.gzip(K6Reading.file("points.json"));
        for (int length = 2; length < whole.length; length += 101) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> K6Reading.of(cut, MAPPING)).isInstanceOf(UnreadableResultException.class);
        }
    }

    @Test
    void compressedPointsThatBeginWithManyEmptyPartsAreRefused() throws IOException {
        byte[] empty = K6Reading.gzip(new byte[0]);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            parts.write(empty);
        }
        parts.write(K6Reading.gzip(K6Reading.file("points.json")));

        assertThatThrownBy(() -> K6Reading.of(parts.toByteArray(), MAPPING))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageEndingWith("The compressed file is damaged. Compress it again, or import it decompressed.");
    }

    @Test
    void compressedPointsThatGrowWithoutEndAreRefused() throws IOException {
        byte[] zeros = "\n".repeat(64 << 20).getBytes(StandardCharsets.UTF_8);
        byte[] bomb = K6Reading.gzip(zeros);

        assertThatThrownBy(() -> K6Reading.of(bomb, MAPPING))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The file grows to more than 200 times its size when it is decompressed, which points of k6 do not. "
                                + "Import it decompressed.");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream((K6PointsTest.metric("http_reqs", "counter") + "{\"metric\":\"")
                        .getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) {
                        Arrays.fill(buffer, offset, offset + length, (byte) 'a');
                        return length;
                    }
                });

        assertThatThrownBy(() -> new PointsReader(Mapping.none(), K6Reading.of(K6Reading.file("points.json"), MAPPING))
                        .readJson(endless))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("Line 2: The line is longer than 4194304 bytes. k6 writes a line for each point.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handle-summary.json",
                "summary-export.json",
                "machine-readable-1.7.1.json",
                "machine-readable-2.0.0.json",
                "points.json"
            })
    void changedBytesAreReadOrRefused(String file) {
        long seed = 20_261_126;
        Random random = new Random(seed);
        byte[] whole = K6Reading.file(file);
        for (int i = 0; i < 400; i++) {
            byte[] changed = changed(whole, random);
            Throwable thrown = catchThrowable(() -> K6Reading.of(changed, MAPPING));
            assertThat(thrown == null || thrown instanceof UnreadableResultException)
                    .as("seed %d, file %s, change %d: %s", seed, file, i, thrown)
                    .isTrue();
        }
    }

    @Test
    void bytesThatAreNoCharactersAreRefused() {
        byte[] file = {'{', 0, 0, 0, '"', 0, 0, 0, -1, -1, -1, -1, 0, 0, 0, 0};

        assertThatThrownBy(() -> K6Reading.of(file, MAPPING))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The file is not JSON in UTF-8.");
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? changed.length : Math.min(changed.length, 40));
            changed[at] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) "{}[]\":,0-e\n\\".charAt(random.nextInt(12));
        }
        return changed;
    }
}
