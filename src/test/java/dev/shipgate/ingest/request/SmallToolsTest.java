package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shipgate.ingest.artillery.Artillery;
import dev.shipgate.ingest.autocannon.Autocannon;
import dev.shipgate.ingest.hey.Hey;
import dev.shipgate.ingest.locust.Locust;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.ingest.vegeta.Vegeta;
import dev.shipgate.ingest.wrk.Wrk;
import dev.shipgate.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties that the formats of all small tools have alike. */
class SmallToolsTest {

    private static final List<ResultFormat> FORMATS =
            List.of(new Locust(), new Artillery(), new Autocannon(), new Vegeta(), new Hey(), new Wrk());

    private static final int FUZZED = 250;

    /** A file, and the format that it has. */
    record Sample(String format, String name, byte[] content) {

        static Sample of(String format, String name) {
            return new Sample(format, name, SampleFiles.read(name));
        }

        static Sample of(String format, String name, String content) {
            return new Sample(format, name, content.getBytes(StandardCharsets.UTF_8));
        }

        ResultFormat read() {
            return FORMATS.stream()
                    .filter(known -> known.name().equals(format))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                Sample.of("locust", "locust/out_stats.csv"),
                Sample.of("artillery", "artillery/report-v2.0.20.json"),
                Sample.of("autocannon", "autocannon/result-tts.json"),
                Sample.of("autocannon", "autocannon/result-tts-rate200.json"),
                Sample.of("hey", "hey/responses-tts.csv"),
                Sample.of("wrk", "wrk/tts-latency-lua.txt"),
                Sample.of("vegeta", "vegeta as CSV", """
                        1795470590129000000,200,1000000,0,9,,YQ==,tts,0,GET,http://h/a,eA==
                        1795470590139000000,503,2000000,0,9,503,,tts,1,GET,http://h/a,
                        """),
                Sample.of(
                        "vegeta",
                        "vegeta as JSON",
                        "{\"attack\":\"\",\"seq\":0,\"code\":200,\"timestamp\":\"2026-11-23T21:49:50.129Z\","
                                + "\"latency\":1000000,\"bytes_out\":0,\"bytes_in\":9,\"error\":\"\"}\n"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileIsRecognisedAsThatOfItsToolAlone(Sample sample) {
        assertThat(FORMATS.stream()
                        .filter(format -> ImportedFile.recognises(format, sample.content()))
                        .map(ResultFormat::name))
                .containsExactly(sample.format());
    }

    /**
     * Also where the part that is left is still a table or a text. A cut after a whole row is left out: it cannot be
     * told from the end of a file.
     */
    @ParameterizedTest
    @MethodSource("samples")
    void aFileThatIsCutOffIsRefused(Sample sample) {
        byte[] whole = sample.content();
        int lastLine = new String(whole, StandardCharsets.UTF_8).stripTrailing().length() - 1;
        for (int part = 1; part <= 40; part++) {
            int end = (int) ((long) lastLine * part / 40);
            if (whole[end - 1] != '\n') {
                byte[] cut = Arrays.copyOf(whole, end);
                assertThatExceptionOfType(UnreadableResultException.class)
                        .as("cut to " + end + " bytes")
                        .isThrownBy(() -> ImportedFile.read(sample.read(), cut, ImportedFile.onRoute()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedFileIsReadOrRefusedAndNothingElse(Sample sample) {
        for (int seed = 0; seed < FUZZED; seed++) {
            byte[] damaged = damaged(sample.content(), new Random(seed));
            try {
                ImportedFile.read(sample.read(), damaged, ImportedFile.onRoute());
            } catch (UnreadableResultException e) {
                assertThat(e.getMessage()).as("seed " + seed).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("With seed " + seed, e);
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            byte[] likely = {(byte) random.nextInt(256), '9', '-', '"', ',', '\n', '{', 'e', '.'};
            damaged[random.nextInt(damaged.length)] = likely[random.nextInt(likely.length)];
        }
        return damaged;
    }
}
