package dev.shipgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shipgate.ingest.otlp.Otlp;
import dev.shipgate.ingest.prometheus.Prometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Metrics are told apart from the results of all load-test tools. */
class MetricsAmongSamplesTest {

    private static final Path SAMPLES = Path.of("../shared/samples");
    private static final Path OWN = Path.of("src/test/resources/samples");

    @Test
    void recognisesItsOwnFilesOnly() throws IOException {
        assertThat(recognised(new Prometheus(), OWN.resolve("prometheus"))).hasSize(2);
        assertThat(recognised(new Otlp(), OWN.resolve("prometheus"))).isEmpty();
        assertThat(recognised(new Otlp(), OWN.resolve("otlp"))).hasSize(3);
        assertThat(recognised(new Prometheus(), OWN.resolve("otlp"))).isEmpty();
    }

    @Test
    void recognisesNoFileOfAnotherTool() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "The folder " + SAMPLES + " with samples of all tools is not there.");

        assertThat(recognised(new Prometheus(), SAMPLES))
                .containsExactlyInAnyOrderElementsOf(recognised(new Prometheus(), SAMPLES.resolve("prometheus")));
        assertThat(recognised(new Otlp(), SAMPLES)).isEmpty();
    }

    private static List<Path> recognised(ResultFormat format, Path folder) throws IOException {
        List<Path> recognised = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                if (format.recognises(FileStart.of(ResultFile.of(null, file)))) {
                    recognised.add(file);
                }
            }
        }
        return recognised;
    }
}
