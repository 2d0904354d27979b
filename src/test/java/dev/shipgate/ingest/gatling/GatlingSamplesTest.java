package dev.shipgate.ingest.gatling;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.measure.Provenance;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that Gatling wrote of real runs: its log and its own report of the same run. */
class GatlingSamplesTest {

    private static final Mapping BY_PATH = mapping("by: path");

    private final ResultFormat gatling = new Gatling();

    @ParameterizedTest
    @CsvSource({
        "3.11.5, voice / asr, 120, 0, 204.65",
        "3.11.5, voice / llm, 120, 0, 102.9",
        "3.11.5, tts, 120, 0.05, 43.85",
        "3.13.4, voice / asr, 120, 0, 28.6",
        "3.13.4, voice / llm, 120, 0, 88.95",
        "3.13.4, tts, 120, 0.0666667, 35.75"
    })
    void readsTheLog(String version, String path, long samples, double errorRate, double p95Ms) throws IOException {
        LoadTestResult test =
                ImportedFile.read(gatling, SampleFiles.read("gatling/" + version + "/simulation.log"), BY_PATH);

        assertThat(route(test, path).get("samples").longValue()).isEqualTo(samples);
        assertThat(route(test, path).get("error_rate").doubleValue()).isEqualTo(errorRate);
        assertThat(route(test, path).get("p95_ms").doubleValue()).isCloseTo(p95Ms, within(1e-9));
        assertThat(test.routes()).hasSize(3);
        assertThat(test.notes()).isEmpty();
        assertThat(test.provenance().toolVersion()).isEqualTo(version);
    }

    /** One made-up run: stripped by an editor, and as other versions write assertions and texts. */
    @ParameterizedTest
    @ValueSource(strings = {"no-trailing-blanks", "assertion-in-words", "error-of-two-lines"})
    void readsLogsWithOddLines(String name) throws IOException {
        LoadTestResult test =
                ImportedFile.read(gatling, SampleFiles.read("gatling/3.5.1/" + name + ".log"), mapping("{}"));

        assertThat(test.routes())
                .hasToString(
                        "{quote={\"p95_ms\":194.95,\"p95_low_ms\":189.0,\"p95_high_ms\":198.0,\"error_rate\":0.02,\"samples\":100,\"failed\":2}}");
        assertThat(test.provenance().toolVersion()).isEqualTo("3.5.1");
    }

    @ParameterizedTest
    @CsvSource({
        "3.11.5, voice / asr, 0, 126",
        "3.11.5, voice / llm, 0, 101",
        "3.11.5, tts, 0.05, 41",
        "3.13.4, voice / asr, 0, 27",
        "3.13.4, voice / llm, 0, 89",
        "3.13.4, tts, 0.0666667, 36"
    })
    void readsTheStatistics(String version, String path, double errorRate, double p95Ms) throws IOException {
        LoadTestResult test =
                ImportedFile.read(gatling, SampleFiles.read("gatling/" + version + "/stats.json"), BY_PATH);

        assertThat(route(test, path).get("samples").longValue()).isEqualTo(120);
        assertThat(route(test, path).get("error_rate").doubleValue()).isEqualTo(errorRate);
        assertThat(route(test, path).get("p95_ms").doubleValue()).isEqualTo(p95Ms);
        assertThat(test.routes()).hasSize(3);
        assertThat(test.provenance().p95Method())
                .isEqualTo(
                        "Gatling: percentiles3 of all requests, failed ones included, estimated (t-digest). It is the "
                                + "95th unless gatling.conf says otherwise (indicators.percentile3), which the file does not tell");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.11.5", "3.13.4"})
    void countsInTheLogWhatGatlingCounts(String version) throws IOException {
        RecordingSink log = new RecordingSink();
        ImportedFile.report(gatling, SampleFiles.read("gatling/" + version + "/simulation.log"), BY_PATH, log);

        Map<String, String> ours = new TreeMap<>();
        log.durationsMs().forEach((name, durations) -> {
            LongSummaryStatistics all =
                    durations.stream().mapToLong(Long::longValue).summaryStatistics();
            ours.put(
                    name,
                    all.getCount() + " " + log.failures().get(name) + " " + all.getMin() + " " + all.getMax() + " "
                            + Math.round(all.getAverage()));
        });
        Map<String, String> theirs = new TreeMap<>();
        collect(new JsonMapper().readTree(SampleFiles.read("gatling/" + version + "/stats.json")), theirs);
        assertThat(ours).hasSize(3).isEqualTo(theirs);
    }

    private static void collect(JsonNode group, Map<String, String> figures) {
        for (JsonNode element : group.get("contents")) {
            if (element.get("type").asText().equals("GROUP")) {
                collect(element, figures);
            } else {
                JsonNode stats = element.get("stats");
                figures.put(
                        element.get("path").asText(),
                        stats.at("/numberOfRequests/total") + " " + stats.at("/numberOfRequests/ko") + " "
                                + stats.at("/minResponseTime/total") + " " + stats.at("/maxResponseTime/total") + " "
                                + stats.at("/meanResponseTime/total"));
            }
        }
    }

    @Test
    void tellsHowManyUsersWereActive() throws IOException {
        RecordingSink text = new RecordingSink();
        ImportedFile.report(gatling, SampleFiles.read("gatling/3.11.5/simulation.log"), Mapping.none(), text);
        RecordingSink binary = new RecordingSink();
        ImportedFile.report(gatling, SampleFiles.read("gatling/3.13.4/simulation.log"), Mapping.none(), binary);

        assertThat(text.userCounts()).hasSize(240).startsWith(1, 2, 3).endsWith(1, 0);
        assertThat(text.usersAtMs().get(0)).isEqualTo(1795470839241L);
        assertThat(binary.userCounts()).hasSize(240).startsWith(1, 2, 3, 4).endsWith(1, 0);
        assertThat(binary.usersAtMs().get(0)).isEqualTo(1795470807875L + 0x1fc);
    }

    @Test
    void readsWhatGlobalStatisticsSayOfTheTestAsAWhole() throws IOException {
        LoadTestResult test = ImportedFile.read(
                gatling, SampleFiles.read("gatling/3.13.4/global_stats.json"), mapping("route: voice"));

        assertThat(route(test, "voice"))
                .hasToString("{\"p95_ms\":71.0,\"error_rate\":0.0222222,\"samples\":360,\"failed\":8}");
    }

    @Test
    void saysWhereTheNumbersComeFrom() throws IOException {
        assertThat(ImportedFile.read(gatling, SampleFiles.read("gatling/3.13.4/simulation.log"), Mapping.none())
                        .provenance())
                .isEqualTo(new Provenance(
                        "gatling",
                        "3.13.4",
                        "simulation.log (binary)",
                        "of all requests, failed ones included: the value at rank 0.95 * (n + 1), interpolated (Hyndman-Fan 6)",
                        "status KO: no answer, or a check of the simulation failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.11.5/simulation.log", "3.11.5/stats.json", "3.13.4/simulation.log", "3.13.4/stats.json"})
    void refusesWhatIsCutOffWithinARecord(String file) {
        byte[] whole = SampleFiles.read("gatling/" + file);

        for (int length : new int[] {1, 7, 100, whole.length / 3, whole.length / 2, whole.length - 3}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ImportedFile.read(gatling, cut, Mapping.none()))
                    .as("The first %d bytes", length)
                    .isInstanceOf(UnreadableResultException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.11.5/simulation.log", "3.11.5/stats.json", "3.13.4/simulation.log", "3.13.4/stats.json"})
    void failsAsItShouldWhenBytesAreChanged(String file) throws IOException {
        ImportedFile.readMutations(
                gatling, mapping("{by: path, route: all}"), SampleFiles.read("gatling/" + file), 20261129);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.11.5/simulation.log",
                "3.11.5/stats.json",
                "3.11.5/global_stats.json",
                "3.13.4/simulation.log",
                "3.13.4/stats.json",
                "3.13.4/global_stats.json"
            })
    void recognisesItsFiles(String file) throws IOException {
        assertThat(ImportedFile.recognises(gatling, SampleFiles.read("gatling/" + file)))
                .isTrue();
    }
}
