package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shipgate.ingest.P95;
import dev.shipgate.ingest.ResultSink;
import dev.shipgate.ingest.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a real k6 that others published, where they are at hand. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples/k6");

    @ParameterizedTest
    @ValueSource(strings = {"k6-reporter-simple.handleSummary.json", "DERIVED-simple.summary-export.json"})
    void aPublishedSummaryIsReadAsK6PrintedIt(String name) throws IOException {
        Told told = Told.of(sample(name), Told.mapping("route: simple"));

        assertThat(told.summaries)
                .containsExactly(Map.entry(ResultSink.WHOLE_TEST, new Summary(P95.of(30.0256841), 349.0 / 878, 878L)));
        assertThat(told.notes).isEmpty();
    }

    @Test
    void theTestsOwnFiguresAreFound() throws IOException {
        Told told = Told.of(
                sample("k6-reporter-simple.handleSummary.json"),
                Told.mapping("{route: simple, metrics: {task_success_delta: {metric: checks, minus: 0.5}}}"));

        assertThat(told.metrics).containsOnlyKeys(" task_success_delta");
        assertThat(told.metrics.get(" task_success_delta")).isEqualTo(0.10250569476082);
    }

    private static byte[] sample(String name) throws IOException {
        Path path = SAMPLES.resolve(name);
        assumeTrue(Files.exists(path), () -> "There is no " + path + " here.");
        return Files.readAllBytes(path);
    }
}
