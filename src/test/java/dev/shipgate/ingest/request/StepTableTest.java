package dev.shipgate.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.RequestRows;
import dev.shipgate.testing.SampleFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepTableTest {

    private static final String HEADER = "concurrency,p95_ms,error_rate\n";

    @Test
    void readsTheStepsOfATest() throws IOException {
        RequestRows steps =
                new StepTable().read(new ByteArrayInputStream(SampleFiles.read("step-load/loopback-wrk-steps.csv")));

        assertThat(steps.rows()).hasSize(13);
        assertThat(steps.rows().get(0))
                .hasToString("{\"concurrency\":1,\"requests\":210,\"throughput_rps\":104.8,\"p50_ms\":9.51,"
                        + "\"p95_ms\":9.91,\"p99_ms\":10.52,\"error_rate\":0.0,\"samples\":210}");
        assertThat(steps.rows().get(12))
                .hasToString("{\"concurrency\":96,\"requests\":6285,\"throughput_rps\":3129.2,\"p50_ms\":21.06,"
                        + "\"p95_ms\":56.6,\"p99_ms\":58.14,\"error_rate\":0.7278,\"samples\":6285}");
        assertThat(steps.notes()).isEmpty();
    }

    @Test
    void leavesOutWhatWasNotMeasured() throws IOException {
        assertThat(read(HEADER + "50,,0.01\n").rows()).hasToString("[{\"concurrency\":50,\"error_rate\":0.01}]");
    }

    @Test
    void leavesOutColumnsOfWhichACellIsNoNumberAndSaysSo() throws IOException {
        RequestRows steps = read("concurrency,p95_ms,error_rate,phase\n50,420,0.0,1\n100,510,0,warm\n");

        assertThat(steps.rows())
                .hasToString("[{\"concurrency\":50,\"p95_ms\":420.0,\"error_rate\":0.0},"
                        + "{\"concurrency\":100,\"p95_ms\":510.0,\"error_rate\":0.0}]");
        assertThat(steps.notes())
                .containsExactly("Left out, as not all of their cells are numbers: the columns phase.");
    }

    @Test
    void warnsOfThreeDecimalsInEachRowOfAPolicyColumn() throws IOException {
        assertThat(read("concurrency,p95_ms,error_rate,queue_ms\n50,420,0,1.240\n100,510,0,2.500\n")
                        .notes())
                .containsExactly(
                        "queue_ms has three decimals in each row, such as 1.240, and is read so. If its points are "
                                + "thousands separators, leave them out: 1240.");
    }

    @Test
    void asksWhetherLatenciesThatAreAllBelowAMillisecondAreSeconds() throws IOException {
        assertThat(read(HEADER + "50,0.42,0.001\n100,0.6,0.002\n").notes())
                .containsExactly("All of p95_ms are below 1 ms. Are they seconds? Then write milliseconds.");
        assertThat(read(HEADER + "50,0.42,0.001\n100,1.6,0.002\n").notes()).isEmpty();
        assertThat(read(HEADER + "50,,0.001\n").notes()).isEmpty();
    }

    @Test
    void refusesARateThatContradictsHowManyFailed() throws IOException {
        String header = "concurrency,requests,failed,p95_ms,error_rate\n";

        assertThatThrownBy(() -> read(header + "50,1000,400,420,0.001\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "Line 2: The step of 50 users has 400 failed of 1000 requests, but its error_rate is 0.001.");
        assertThat(read(header + "50,1000,14,420,0.01\n100,0,0,420,0\n150,1000,,420,0.01\n")
                        .rows())
                .hasSize(3);
    }

    @Test
    void takesARateThatIsRoundedByAHalfOfItsLastDecimal() throws IOException {
        assertThat(read("concurrency,requests,failed,p95_ms,error_rate\n50,1000,125,420,0.13\n")
                        .rows())
                .hasSize(1);
    }

    @Test
    void howManyFailedAreOfTheRequestsAlsoBesideSamples() throws IOException {
        String header = "concurrency,requests,samples,failed,p95_ms,error_rate\n";

        assertThat(read(header + "50,1000,500,100,420,0.1\n").rows()).hasSize(1);
        assertThatThrownBy(() -> read(header + "50,1000,500,100,420,0.1\n60,1000,500,100,420,0.2\n"))
                .hasMessage("Line 3: The step of 60 users has 100 failed of 1000 requests, but its error_rate is 0.2.");
        assertThatThrownBy(() -> read("concurrency,samples,failed,p95_ms,error_rate\n50,500,100,420,0.1\n"))
                .hasMessage("Line 2: The step of 50 users has 100 failed of 500 requests, but its error_rate is 0.1.");
    }

    @Test
    void failedMayBeTheRateAgain() throws IOException {
        assertThat(read("concurrency,requests,failed,p95_ms,error_rate\n50,1000,0.02,420,0.02\n60,1000,1,420,1\n")
                        .rows())
                .hasSize(2);
    }

    @Test
    void keepsSamplesBesideRequests() throws IOException {
        assertThat(read("concurrency,p95_ms,error_rate,requests,samples\n50,420,0,9,8\n")
                        .rows())
                .hasToString("[{\"concurrency\":50,\"p95_ms\":420.0,\"error_rate\":0.0,\"requests\":9,\"samples\":8}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests", "samples", "contradicting_status"})
    void refusesACountWithAThousandsSeparator(String column) {
        assertThatThrownBy(() ->
                        read("concurrency,p95_ms,error_rate," + column + "\n50,420,0.001,4\n100,500,0.002,\"1,200\"\n"))
                .hasMessage(
                        "Line 3: \"1,200\" must be a number, with a decimal point and without thousands separators. Is its "
                                + "comma one of them, or a decimal comma?");
        assertThatThrownBy(() -> read("concurrency,p95_ms,error_rate," + column + "\n50,420,0.001,1.200\n"))
                .hasMessage(
                        "Line 2: \"1.200\" must be a whole number. Is its point a thousands separator? Leave it out.");
    }

    @Test
    void refusesAColumnWithoutANameInWhichADecimalCommaWouldVanish() {
        assertThatThrownBy(() -> read("concurrency,p95_ms,error_rate,\n50,420,0,22\n"))
                .hasMessage(
                        "Column 4 has no name in the first line. Name each column, and leave out what has none, such as a "
                                + "comma at the end of each line.");
    }

    @Test
    void refusesWhatStoodBehindADecimalCommaInAColumnOfRemarks() {
        assertThatThrownBy(() -> read("concurrency,p95_ms,error_rate,note\n50,420,0,02\n"))
                .hasMessage(
                        "Line 2: \"02\" must be a number without leading zeros. Maybe it is what stood behind a decimal "
                                + "comma? Write a point, as in 0.02.");
    }

    @Test
    void warnsOfANumberInRemarksThatMayFollowADecimalComma() throws IOException {
        String warning = "In line 3 error_rate is 0, and note is 22, in other lines a text or nothing. If that is 0.22 "
                + "with a decimal comma, write a point.";
        assertThat(read("concurrency,p95_ms,error_rate,note\n50,420,0.01,warm\n100,500,0,22\n")
                        .notes())
                .containsExactly("Left out, as not all of their cells are numbers: the columns note.", warning);
        assertThat(read("concurrency,p95_ms,error_rate,note\n50,420,0.01,\n100,500,0,22\n")
                        .notes())
                .containsExactly(warning);
        assertThat(read("concurrency,p95_ms,error_rate,rps\n50,420,0,21\n100,500,0,22\n")
                        .notes())
                .isEmpty();
        assertThat(read("concurrency,p95_ms,error_rate,note\n50,420,0.01,\n100,500,0.2,22\n")
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50,9,91,0.01|Line 2: The row has 4 cells, and the header has 3. Maybe a number has a decimal comma or a "
                        + "thousands separator, or a text with a comma is not in quotation marks?",
                "50,9.91|Line 2: The row has 2 cells, and the header has 3. Is the file cut off?",
                ",9.91,0.01|Line 2: \"\" must be a whole number.",
                "5.5,9.91,0.01|Line 2: \"5.5\" must be a whole number.",
                "50,NaN,0.01|Line 2: \"NaN\" must be a finite number. Leave the cell empty where nothing was measured.",
                "50,9.91,1 %|Line 2: \"1 %\" must be a number. Maybe it is a percentage? Write 0.01 for 1 %."
            })
    void refusesARowThatIsNoStep(String row, String message) {
        assertThatThrownBy(() -> read(HEADER + row + "\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @Test
    void refusesATableWithoutAColumnOrRows() {
        assertThatThrownBy(() -> read("concurrency,p95,error_rate\n50,420,0\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The table has no p95_ms (latency). Its columns are concurrency, p95, error_rate. Name them so in the "
                                + "first line, and add what was not measured.");
        assertThatThrownBy(() -> read(HEADER))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("There are no rows under the header.");
    }

    private static RequestRows read(String csv) throws IOException {
        return new StepTable().read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
