package dev.shipgate.ingest.jmeter;

import static dev.shipgate.ingest.request.ImportedFile.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.request.ImportedFile;
import dev.shipgate.ingest.request.LoadTestResult;
import dev.shipgate.ingest.tool.ResultFormat;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardStatisticsTest {

    private final ResultFormat jmeter = new JMeter();

    @Test
    void leavesOutTheTotalBesideLabels() throws IOException {
        LoadTestResult test =
                ImportedFile.read(jmeter, statistics(label("tts", 10, 1, 3, 4, 5), label("Total", 10, 1, 3, 4, 5)));

        assertThat(test.routes()).containsOnlyKeys("tts");
        assertThat(route(test, "tts")).hasToString("{\"p95_ms\":4.0,\"error_rate\":0.1,\"samples\":10,\"failed\":1}");
        assertThat(test.notes()).isEmpty();
        assertThat(test.provenance().p95Method())
                .isEqualTo(
                        "JMeter: pct2ResTime (Hyndman-Fan 6), failed samples included, of the last 20,000 samples of a "
                                + "label (jmeter.reportgenerator.statistic_window). It is the 95th unless jmeter.properties say "
                                + "otherwise (aggregate_rpt_pct2), which the file does not tell");
    }

    @Test
    void aByteOrderMarkSaysNothing() throws IOException {
        assertThat(ImportedFile.read(jmeter, "\uFEFF" + statistics(label("tts", 10, 1, 3, 4, 5)))
                        .routes())
                .containsOnlyKeys("tts");
    }

    @Test
    void takesTheTotalForTheTestAsAWholeWhenThereIsNothingElse() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, statistics(label("Total", 10, 1, 3, 4, 5)), "route: voice");

        assertThat(test.routes()).containsOnlyKeys("voice");
    }

    @Test
    void saysThatLabelsOfTransactionsAreAmongThem() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                statistics(label("tts", 10, 1, 3, 4, 5), label("turn", 8, 1, 3, 4, 5), label("Total", 10, 1, 3, 4, 5)));

        assertThat(test.notes())
                .containsExactly(
                        "The labels of statistics.json have 8 samples more than its Total: those are of transaction "
                                + "controllers, whose requests have labels of their own. Leave their labels out, or import the JTL.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 4 | The Total has 4 errors of 10 samples, but the labels have 1 of 10.",
                "10 | 0 | The Total has 0 errors of 10 samples, but the labels have 1 of 10.",
                "11 | 1 | The Total has 11 samples, but the labels have only 10 together. Is the file whole?",
                "9 | 3 | The Total has 3 errors of 9 samples, but the labels have 1 of 10."
            })
    void refusesATotalThatContradictsItsLabels(int samples, int failed, String message) {
        assertThatThrownBy(() -> ImportedFile.read(
                        jmeter, statistics(label("tts", 10, 1, 3, 4, 5), label("Total", samples, failed, 3, 4, 5))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @Test
    void saysOfWhichLabelsThePercentilesAreNotOfAllSamples() throws IOException {
        LoadTestResult test = ImportedFile.read(
                jmeter,
                statistics(
                        label("tts", 20_001, 1, 3, 4, 5),
                        label("asr", 20_000, 1, 3, 4, 5),
                        label("Total", 40_001, 2, 3, 4, 5)));

        assertThat(test.notes())
                .containsExactly("JMeter's percentiles of tts are of the last 20,000 samples, unless "
                        + "jmeter.reportgenerator.statistic_window was set. Import the JTL for those of all.");
    }

    @Test
    void takesNothingForMeasuredOfALabelWithoutSamples() throws IOException {
        String empty = "\"turn\":{\"transaction\":\"turn\",\"sampleCount\":0,\"errorCount\":0,\"errorPct\":\"NaN\","
                + "\"pct1ResTime\":\"NaN\",\"pct2ResTime\":\"NaN\",\"pct3ResTime\":\"NaN\"}";

        assertThat(route(ImportedFile.read(jmeter, statistics(empty)), "turn")).hasToString("{\"samples\":0}");
    }

    @Test
    void takesThe99thForTheStricterOneWhenAsked() throws IOException {
        LoadTestResult test = ImportedFile.read(jmeter, statistics(label("tts", 10, 1, 3, 4, 5)), "p95: pct3ResTime");

        assertThat(route(test, "tts").get("p95_ms").doubleValue()).isEqualTo(5);
        assertThat(test.provenance().p95Method()).contains("It is the 99th, taken for the 95th as the mapping says,");
    }

    @Test
    void takesNoLowerPercentileForThe95th() {
        assertRefused(
                statistics(label("tts", 10, 1, 3, 4, 5)),
                "p95: pct1ResTime",
                "\"pct1ResTime\" cannot be taken for the 95th percentile. It must be pct2ResTime, the 95th with JMeter's "
                        + "defaults, or pct3ResTime, the 99th, which is stricter.");
    }

    @Test
    void refusesPercentilesThatCannotBeThoseOfTheDefaults() {
        assertRefused(
                statistics(label("tts", 10, 1, 5, 4, 6)),
                "{}",
                "\"pct2ResTime\" of \"tts\" is 4 ms, and \"pct1ResTime\", which cannot be more, is 5 ms. With JMeter's "
                        + "defaults the percentiles are the 90th, 95th and 99th. Import the JTL.");
        assertRefused(
                statistics(label("tts", 10, 1, 3, 4, 5))
                        .replace("\"pct1ResTime\"", "\"minResTime\":40,\"pct1ResTime\""),
                "{}",
                "\"pct1ResTime\" of \"tts\" is 3 ms, and \"minResTime\", which cannot be more, is 40 ms. With JMeter's "
                        + "defaults the percentiles are the 90th, 95th and 99th. Import the JTL.");
    }

    @Test
    void refusesMoreErrorsThanSamplesAndCountsThatAreNotThere() {
        assertRefused(
                statistics(label("tts", 10, 11, 3, 4, 5)),
                "{}",
                "\"errorCount\" of \"tts\" is 11, more than its 10 samples.");
        assertRefused(
                statistics(label("tts", 10, 1, 3, 4, 5).replace("errorCount", "errors")),
                "{}",
                "\"tts\" has no \"errorCount\".");
    }

    @Test
    void refusesAPercentageOfErrorsThatItsCountsContradict() {
        String tts = label("tts", 300, 7, 3, 4, 5);

        assertThat(tts).contains("\"errorPct\":2.3333333,");
        assertRefused(
                statistics(tts.replace("2.3333333", "23.33")),
                "{}",
                "\"errorPct\" of \"tts\" is 23.33, but its 7 errors of 300 samples are 2.33333 %.");
    }

    @Test
    void readsAPercentageOfErrorsThatWasRounded() throws IOException {
        String tts = label("tts", 300, 7, 3, 4, 5).replace("2.3333333", "2.33");

        assertThat(ImportedFile.read(jmeter, statistics(tts)).routes()).containsOnlyKeys("tts");
    }

    private static String label(String label, int samples, int errors, int pct1, int pct2, int pct3) {
        return ("\"%s\":{\"transaction\":\"%s\",\"sampleCount\":%d,\"errorCount\":%d,\"errorPct\":%s,\"pct1ResTime\":%d,"
                        + "\"pct2ResTime\":%d,\"pct3ResTime\":%d}")
                .formatted(label, label, samples, errors, 100f * errors / samples, pct1, pct2, pct3);
    }

    private static String statistics(String... labels) {
        return "{" + String.join(",", labels) + "}";
    }

    private void assertRefused(String file, String mapping, String message) {
        assertThatThrownBy(() -> ImportedFile.read(jmeter, file, mapping))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }
}
