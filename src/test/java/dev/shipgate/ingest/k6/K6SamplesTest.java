package dev.shipgate.ingest.k6;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.measure.P95;
import dev.shipgate.ingest.measure.ResultSink;
import dev.shipgate.ingest.measure.Summary;
import dev.shipgate.testing.SampleFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a real k6 that others published, where they are at hand. */
class K6SamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"k6-reporter-simple.handleSummary.json", "DERIVED-simple.summary-export.json"})
    void aPublishedSummaryIsReadAsK6PrintedIt(String name) {
        RecordingSink told = RecordingSink.of(SampleFiles.read("k6/" + name), RecordingSink.mapping("route: simple"));

        assertThat(told.summaries)
                .containsExactly(Map.entry(ResultSink.WHOLE_TEST, new Summary(P95.of(30.0256841), 349.0 / 878, 878L)));
        assertThat(told.notes).isEmpty();
    }

    @Test
    void theTestsOwnFiguresAreFound() {
        RecordingSink told = RecordingSink.of(
                SampleFiles.read("k6/k6-reporter-simple.handleSummary.json"),
                RecordingSink.mapping("{route: simple, metrics: {task_success_delta: {metric: checks, minus: 0.5}}}"));

        assertThat(told.metrics).containsOnlyKeys(" task_success_delta");
        assertThat(told.metrics.get(" task_success_delta")).isEqualTo(0.10250569476082);
    }
}
