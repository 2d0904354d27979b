package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.mapping.Mapping;
import dev.shipgate.ingest.read.ResultFile;
import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.tool.FileStart;
import dev.shipgate.ingest.tool.ResultFormat;
import dev.shipgate.testing.SampleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results of real tools. Each is recognised as a result of its own tool and of no other, and its routes and figures are
 * read.
 */
class SamplesOfAllToolsTest {

    /** The names of files that lie beside results, and are none. */
    private static final Pattern NO_RESULT = Pattern.compile(".*(\\.md|\\.lua|assertions\\.xml|console-summary\\.txt)");

    private final LoadTestImporter tests = new LoadTestImporter(ResultFormats.all());

    private static ResultFile sample(String name) {
        return ResultFile.of(null, SampleFiles.path(name));
    }

    /** A file that two tools take for theirs is refused. */
    @Test
    void eachFileIsTakenForOneOfItsToolAlone() throws IOException {
        ResultFormats formats = ResultFormats.all();
        for (String name : SampleFiles.names()) {
            String tool = Path.of(name).getName(0).toString();
            boolean isResult =
                    formats.names().contains(tool) && !NO_RESULT.matcher(name).matches();
            assertThat(formats.of(FileStart.of(sample(name))).map(ResultFormat::name))
                    .as(name)
                    .isEqualTo(isResult ? Optional.of(tool) : Optional.empty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hey/responses-tts.csv | hey | {`simple`:{`p95_ms`:27.195,`p95_low_ms`:25.6,`p95_high_ms`:30.0,`error_rate`:0.06,`samples`:800,`failed`:48}}",
                "wrk/tts-latency-lua.txt | wrk | {`simple`:{`p95_ms`:26.635,`error_rate`:0.0536756,`samples`:1714,`failed`:92}}",
                "autocannon/result-tts.json | autocannon | {`simple`:{`p95_at_least_ms`:25.0,`p95_at_most_ms`:45.0,`error_rate`:0.0522034,`samples`:1475,`failed`:77}}",
            })
    void aTestAsAWholeIsOneRoute(String name, String format, String routes) throws IOException {
        ResultFile file = sample(name);
        assertThat(tests.formatOf(file)).isEqualTo(format);
        Imported imported = tests.read(
                List.of(file), format, new ImportOptions(Mapping.none().with("simple", null), Quality.NONE, null));
        assertThat(imported.measured()).hasToString(routes.replace('`', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "gatling/3.11.5/simulation.log, gatling, 43.85, 0.05",
        "gatling/3.11.5/stats.json, gatling, 41.0, 0.05",
        "gatling/3.13.4/simulation.log, gatling, 35.75, 0.0666667",
        "gatling/3.13.4/stats.json, gatling, 36.0, 0.0666667",
        "artillery/report-v2.0.20.json, artillery, 24.8, 0.0444444",
        "locust/out_stats.csv, locust, 28.0, 0.0576923",
    })
    void aTestOfThreeRoutesTellsThemApart(String name, String format, double p95Ms, double errorRate)
            throws IOException {
        ResultFile file = sample(name);
        assertThat(tests.formatOf(file)).isEqualTo(format);
        Imported imported = tests.read(List.of(file), format, new ImportOptions(Mapping.none(), Quality.NONE, null));
        assertThat(imported.measured().properties()).hasSize(3);
        assertThat(imported.measured().path("tts").path("p95_ms").doubleValue()).isEqualTo(p95Ms);
        assertThat(imported.measured().path("tts").path("error_rate").doubleValue())
                .isEqualTo(errorRate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gatling/3.11.5/assertions.xml|This is JUnit XML, which says which tests failed",
                "gatling/3.13.4/console-summary.txt|This is what Gatling prints: give the simulation.log of the run.",
                "retry-storm/retry_storm.csv|This is a table of traffic: give it to shipgate retry-storms",
                "step-load/loopback-wrk-steps.csv|This is a table of steps: give it to shipgate capacity",
                "wrk/report.lua|This is not recognised as the result of a load-test tool. It starts with \"-- wrk done() hook"
            })
    void whatIsNoLoadTestIsNotTakenForOne(String name, String told) {
        ResultFile file = sample(name);
        assertThatThrownBy(() -> tests.formatOf(file))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageStartingWith(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locust/out_failures.csv", "locust/stepped_stats_history.csv"})
    void otherTablesOfLocustSayWhichOneIsWanted(String name) throws IOException {
        ResultFile file = sample(name);
        assertThat(tests.formatOf(file)).isEqualTo("locust");
        assertThatThrownBy(() ->
                        tests.read(List.of(file), "locust", new ImportOptions(Mapping.none(), Quality.NONE, null)))
                .hasMessageContaining("_stats.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "step-load/loopback-wrk-steps.csv, csv",
        "locust/stepped_stats_history.csv, locust",
        "gatling/3.11.5/simulation.log, gatling"
    })
    void stepsAreRecognised(String name, String format) throws IOException {
        assertThat(new StepImporter(ResultFormats.all()).formatOf(sample(name))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-storm/retry_storm.csv, csv",
        "retry-storm/flash_crowd.csv, csv",
        "retry-storm/fanout_baseline.csv, csv",
        "prometheus/query_range-error-rate-by-route.json, prometheus"
    })
    void trafficIsRecognised(String name, String format) throws IOException {
        assertThat(new PointImporter().formatOf(sample(name))).isEqualTo(format);
    }
}
