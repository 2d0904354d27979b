package dev.shipgate.ingest.otlp;

import static dev.shipgate.ingest.otlp.Exported.CUMULATIVE;
import static dev.shipgate.ingest.otlp.Exported.DELTA;
import static dev.shipgate.ingest.otlp.Exported.durations;
import static dev.shipgate.ingest.otlp.Exported.export;
import static dev.shipgate.ingest.otlp.Exported.point;
import static dev.shipgate.ingest.request.ImportedFile.file;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.ingest.mapping.Mapping;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which requests an export after another one has that the other had not. */
class OtlpTemporalityTest {

    @Test
    void addsDeltas() throws IOException {
        assertThat(routes(
                        export("1", durations(DELTA, point("a", 200, 10, 20, 10, 0, 0, 0))),
                        export("1", durations(DELTA, point("a", 200, 20, 30, 9, 1, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":100.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void takesTheFirstExportOffTheLast() throws IOException {
        assertThat(routes(
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 1000, 0, 0, 0))),
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 30, 1009, 1, 0, 0))),
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 40, 1018, 2, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":300.0,\"p95_at_least_ms\":100.0,\"p95_at_most_ms\":500.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void countsASingleExportFromItsStart() throws IOException {
        assertThat(routes(export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 20, 0, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void countsAllErrorsOfWhichTheFirstCameAfterTheFirstExport() throws IOException {
        assertThat(routes(
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 5, 0, 0, 0))),
                        export(
                                "1",
                                durations(
                                        CUMULATIVE,
                                        point("a", 200, 10, 30, 20, 0, 0, 0),
                                        point("a", 500, 10, 30, 5, 0, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.25,\"samples\":20,\"failed\":5}}");
    }

    @Test
    void goesOnAfterAProcessStartedAgain() throws IOException {
        assertThat(routes(
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 100, 0, 0, 0))),
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 30, 112, 0, 0, 0))),
                        export("1", durations(CUMULATIVE, point("a", 200, 35, 40, 3, 0, 0, 0))),
                        export("1", durations(CUMULATIVE, point("a", 200, 35, 50, 8, 0, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void countsAProcessThatStartedLaterFromItsStart() throws IOException {
        assertThat(routes(
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 100, 0, 0, 0))),
                        export("2", durations(CUMULATIVE, point("a", 200, 25, 30, 4, 0, 0, 0))),
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 40, 110, 0, 0, 0))),
                        export("2", durations(CUMULATIVE, point("a", 200, 25, 50, 10, 0, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void ignoresACumulativePointThatWasExportedAgain() throws IOException {
        String twice = export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 20, 0, 0, 0)));

        assertThat(routes(twice, twice))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void ignoresPointsOfProcessesThatAreGone() throws IOException {
        String gone =
                point("a", 200, 10, 30, 0, 0, 0, 0).replace("\"explicitBounds\"", "\"flags\":1,\"explicitBounds\"");

        assertThat(routes(
                        export("1", durations(CUMULATIVE, point("a", 200, 10, 20, 20, 0, 0, 0))),
                        export("1", durations(CUMULATIVE, gone))))
                .isEqualTo(
                        "{a={\"p95_ms\":95.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    @Test
    void addsProcesses() throws IOException {
        assertThat(routes(
                        export("1", durations(DELTA, point("a", 200, 10, 20, 10, 0, 0, 0))),
                        export("2", durations(DELTA, point("a", 200, 10, 20, 9, 1, 0, 0)))))
                .isEqualTo(
                        "{a={\"p95_ms\":100.0,\"p95_at_least_ms\":0.0,\"p95_at_most_ms\":100.0,\"error_rate\":0.0,\"samples\":20,\"failed\":0}}");
    }

    private static String routes(String... exports) throws IOException {
        return read(new Otlp(), Mapping.none(), file(null, String.join("", exports)))
                .routes()
                .toString();
    }
}
