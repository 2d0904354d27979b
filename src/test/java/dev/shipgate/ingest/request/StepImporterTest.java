package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.recognition.ResultFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs whose load rises, as tools write them. */
class StepImporterTest {

    private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
    private static final int[] USERS = {5, 10, 20};

    private final StepImporter steps = new StepImporter(ResultFormats.all());

    /** Of k6: three steps of 10 s, with ten requests a second that take 5 ms for each user. */
    private static ResultFile points(String name) {
        StringBuilder lines = new StringBuilder();
        for (int second = 0; second < 30; second++) {
            int users = USERS[second / 10];
            lines.append(point("vus", START.plusSeconds(second), users, "null"));
            for (int request = 1; request <= 10; request++) {
                Instant end = START.plusSeconds(second).plusMillis(90L * request + 5L * users);
                lines.append(point(
                        "http_req_duration", end, 5 * users, "{\"status\":\"200\",\"expected_response\":\"true\"}"));
            }
        }
        return ResultFile.of(null, name, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String point(String metric, Instant time, int value, String tags) {
        return "{\"metric\":\"" + metric + "\",\"type\":\"Point\",\"data\":{\"time\":\"" + time + "\",\"value\":"
                + value + ",\"tags\":" + tags + "}}\n";
    }

    private Imported read(List<ResultFile> files, StepPlan plan) throws IOException {
        String format = steps.formatOf(files.get(0));
        return steps.read(files, format, new ImportOptions(Mapping.none(), Quality.NONE, plan));
    }

    @Test
    void aRunOfK6IsCutIntoStepsWithTheUsersOfEach() throws IOException {
        Imported run = read(List.of(points("points.json")), new StepPlan(10_000, List.of()));
        assertThat(run.measured())
                .hasToString(
                        "[{\"concurrency\":5,\"p95_ms\":25.0,\"p95_low_ms\":25.0,\"p95_high_ms\":25.0,\"error_rate\":0.0,\"samples\":100,\"failed\":0},"
                                + "{\"concurrency\":10,\"p95_ms\":50.0,\"p95_low_ms\":50.0,\"p95_high_ms\":50.001,\"error_rate\":0.0,\"samples\":100,\"failed\":0},"
                                + "{\"concurrency\":20,\"p95_ms\":100.0,\"p95_low_ms\":100.0,\"p95_high_ms\":100.003,\"error_rate\":0.0,\"samples\":100,\"failed\":0}]");
    }

    @Test
    void aRunOfGatlingIsCutIntoStepsToo() throws IOException {
        ResultFile log = ResultFile.of(null, Path.of("src/test/resources/samples/gatling/3.11.5/simulation.log"));
        Imported run = read(List.of(log), new StepPlan(2_000, List.of(10, 20, 30)));
        assertThat(run.measured().findValuesAsText("concurrency")).containsExactly("10", "20", "30");
        assertThat(run.measured().findValues("samples").stream()
                        .mapToInt(samples -> samples.intValue())
                        .sum())
                .isEqualTo(360);
    }

    @Test
    void theUsersOfSeveralRunsCannotBeAddedUp() {
        assertThatThrownBy(() -> read(List.of(points("a.json"), points("b.json")), new StepPlan(10_000, List.of())))
                .hasMessage(
                        "Steps are cut out of the file of one run, but there are 2 files, whose users would have to be "
                                + "added up.");
    }
}
