package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.RecordingSink;
import dev.shipgate.ingest.measure.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One made-up test in all forms, as k6's sources would write it. */
class K6FormsTest {

    private static final String USERS = "http://127.0.0.1:8080/users/${}";

    private static final Map<String, Summary> EXPECTED = Map.of(
            "book_table",
            new Summary(P95.of(570.5563275500001), 0.05, 20L, 1L),
            "opening_hours",
            new Summary(P95.of(96.5638165), 0.0, 20L, 0L),
            USERS,
            new Summary(P95.of(28.26049625), 0.1, 20L, 2L));

    @ParameterizedTest
    @CsvSource({
        "handle-summary.json, handleSummary data,",
        "summary-export.json, summary export,",
        "machine-readable-2.0.0.json, machine-readable summary, v2.0.0",
        "machine-readable-1.7.1.json, machine-readable summary, v1.7.1"
    })
    void allSummariesOfATestSayTheSame(String file, String form, String version) {
        K6Reading told = K6Reading.of(K6Reading.file(file), K6Reading.mapping("{}"));

        assertThat(told.summaries).isEqualTo(EXPECTED);
        assertThat(told.provenance().form()).isEqualTo(form);
        assertThat(told.provenance().toolVersion()).isEqualTo(version);
        assertThat(told.provenance().p95Method())
                .isEqualTo("k6: p(95) of http_req_duration, of all requests, failed ones included");
    }

    @Test
    void pointsHaveAsManyRequestsAndFailuresAsTheSummaries() {
        K6Reading told = K6Reading.of(K6Reading.file("points.json"), K6Reading.mapping("{}"));

        EXPECTED.forEach((name, summary) -> {
            assertThat(told.samples)
                    .filteredOn(sample -> sample.name().equals(name))
                    .hasSize(20);
            assertThat(told.samples)
                    .filteredOn(sample -> sample.name().equals(name) && sample.failed())
                    .hasSize((int) Math.round(20 * (summary.errorRate() == null ? -1 : summary.errorRate())));
        });
        assertThat(told.samples).hasSize(60);
        assertThat(told.samples.get(0))
                .isEqualTo(new RecordingSink.Sample("book_table", 1795470590001L, 359961, false));
        assertThat(told.users)
                .startsWith(new RecordingSink.Users(1795470590000L, 1))
                .hasSize(5);
        assertThat(told.notes).isEmpty();
        assertThat(told.provenance().form()).isEqualTo("JSON points");
    }

    @Test
    void compressedPointsAreTheSame() throws IOException {
        K6Reading plain = K6Reading.of(K6Reading.file("points.json"), K6Reading.mapping("{}"));
        K6Reading compressed = K6Reading.of(K6Reading.gzip(K6Reading.file("points.json")), K6Reading.mapping("{}"));

        assertThat(compressed.samples).isEqualTo(plain.samples).hasSize(60);
    }

    @Test
    void pointsOfOldReleasesHaveTheMetricLast() {
        K6Reading told = K6Reading.of("""
                {"type":"Metric","data":{"type":"trend","contains":"time","tainted":null,"thresholds":[],"submetrics":null},"metric":"http_req_duration"}
                {"type":"Point","data":{"time":"2017-05-09T14:34:45.625742514+02:00","value":5,"tags":null},"metric":"vus"}
                {"type":"Point","data":{"time":"2017-05-09T14:34:45.239531499+02:00","value":459.865729,"tags":{"group":"::my group::json","method":"GET","name":"home","status":"200","url":"https://httpbin.org/get"}},"metric":"http_req_duration"}
                """);

        assertThat(told.users).containsExactly(new RecordingSink.Users(1494333285625L, 5));
        assertThat(told.samples).containsExactly(new RecordingSink.Sample("home", 1494333284779L, 459866, false));
    }

    @Test
    void metricsOfTheTestAreInAllForms() {
        String yaml = """
                metrics:
                  cost_per_success: {metric: cost_usd, stat: avg}
                  task_success_delta: {metric: checks, minus: 0.9}
                """;
        for (String file : new String[] {"handle-summary.json", "summary-export.json", "points.json"}) {
            K6Reading told = K6Reading.of(K6Reading.file(file), K6Reading.mapping(yaml));

            assertThat(told.metrics.get("book_table cost_per_success")).as(file).isEqualTo(0.016315);
            assertThat(told.metrics.get("book_table task_success_delta"))
                    .as(file)
                    .isEqualTo(0.05);
            assertThat(told.notes).noneMatch(note -> note.contains("is missing"));
        }
    }

    @Test
    void failedThresholdsAreToldAndDecideNothing() {
        String note = "k6 found thresholds of the test not met, which decides nothing here: "
                + "http_req_duration{name:book_table} p(95)<400.";

        assertThat(K6Reading.of(K6Reading.file("handle-summary.json"), K6Reading.mapping("{}")).notes)
                .containsExactly(note);
        assertThat(K6Reading.of(K6Reading.file("summary-export.json"), K6Reading.mapping("{}")).notes)
                .containsExactly(note);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
