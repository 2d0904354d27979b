package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.tool.FileStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of k6 are recognised, and files that only look like them are not. */
class K6RecognitionTest {

    private static boolean isRecognised(byte[] file) throws IOException {
        return new K6().recognises(FileStart.of(ResultFile.of(null, "file", file)));
    }

    private static boolean isRecognised(String file) throws IOException {
        return isRecognised(file.getBytes(StandardCharsets.UTF_8));
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
    void everyFormIsRecognised(String name) throws IOException {
        assertThat(isRecognised(resource(name))).isTrue();
    }

    @Test
    void compressedPointsAreRecognised() throws IOException {
        assertThat(isRecognised(K6Reading.gzip(resource("points.json")))).isTrue();
    }

    @Test
    void anythingElseCompressedIsNot() throws IOException {
        assertThat(isRecognised(K6Reading.gzip(resource("handle-summary.json"))))
                .isFalse();
        assertThat(isRecognised(new byte[] {0x1f, (byte) 0x8b, 1})).isFalse();
    }

    @Test
    void pointsAreRecognisedInAnyOrderOfFields() throws IOException {
        assertThat(isRecognised("{\"type\":\"Point\",\"data\":{\"value\":1},\"metric\":\"vus\"}\n"))
                .isTrue();
        assertThat(isRecognised("{\"metric\": \"vus\", \"type\": \"Point\", \"data\": {}}\n"))
                .isTrue();
        assertThat(isRecognised("\uFEFF{\"type\":\"Metric\",\"data\":{\"name\":\"vus\"}"))
                .isTrue();
    }

    @Test
    void aPointOfAMapIsNot() throws IOException {
        assertThat(isRecognised("{\"type\":\"Point\",\"coordinates\":[1,2]}")).isFalse();
        assertThat(isRecognised("")).isFalse();
        assertThat(isRecognised("[]")).isFalse();
    }

    @Test
    void bytesThatAreNoCharactersAreNot() throws IOException {
        assertThat(isRecognised(new byte[] {'{', 0, 0, 0, '"', 0, 0, 0, -1, -1, -1, -1, 0, 0, 0, 0}))
                .isFalse();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = K6RecognitionTest.class.getResourceAsStream("/samples/k6/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
