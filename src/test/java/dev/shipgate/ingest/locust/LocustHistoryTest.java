package dev.shipgate.ingest.locust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import dev.shipgate.ingest.tool.RequestRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocustHistoryTest {

    private static final String HEADER =
            "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,95%,Total Request Count,Total Failure Count\n";

    private static RequestRows read(String table) throws IOException {
        return new LocustHistory().read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(int second, int users, String name, String p95, int requests, int failed) {
        return (1_795_470_000 + second) + "," + users + "," + name + ",1.0,0.0,5," + p95 + "," + requests + "," + failed
                + "\n";
    }

    private static String rows(int fromSecond, int count, int users, String p95, int requestsEach, int failed) {
        StringBuilder rows = new StringBuilder();
        for (int second = fromSecond; second < fromSecond + count; second++) {
            rows.append(1_795_470_000 + second)
                    .append(',')
                    .append(users)
                    .append(",,Aggregated,1.0,0.0,5,")
                    .append(p95)
                    .append(',')
                    .append((second + 1) * requestsEach)
                    .append(',')
                    .append(failed)
                    .append('\n');
        }
        return rows.toString();
    }

    /** A run of Locust 2.12.1 whose shape was 4, 8 and 40 users for 25 s each. */
    @Test
    void theStepsOfARealRunAreItsTimesOfTheSameNumberOfUsers() throws IOException {
        RequestRows read =
                read(Files.readString(Path.of("src/test/resources/samples/locust/stepped_stats_history.csv")));
        assertThat(read.rows().findValuesAsText("concurrency")).containsExactly("4", "8", "40");
        assertThat(read.rows().findValuesAsText("p95_ms")).containsExactly("24.0", "40.0", "26.0");
        assertThat(read.rows().findValuesAsText("samples")).containsExactly("448", "892", "3483");
        assertThat(read.rows().findValuesAsText("error_rate")).containsOnly("0.0");
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void anotherTableOfLocustIsToldWhichOneToGive() {
        assertThatThrownBy(() -> read(Files.readString(Path.of("src/test/resources/samples/locust/out_stats.csv"))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The table has no User Count, so that it is not the history of a run of Locust. Give the one "
                                + "whose name ends in _stats_history.csv.");
    }

    @Test
    void percentilesOfTheStepBeforeAreNotThoseOfAStep() throws IOException {
        RequestRows read = read(
                HEADER + rows(0, 15, 5, "900", 10, 0) + rows(15, 10, 10, "900", 10, 0) + rows(25, 5, 10, "80", 10, 0));
        assertThat(read.rows())
                .hasToString("[{\"concurrency\":5,\"p95_ms\":900.0,\"error_rate\":0.0,\"samples\":150,\"failed\":0},"
                        + "{\"concurrency\":10,\"p95_ms\":80.0,\"error_rate\":0.0,\"samples\":150,\"failed\":0}]");
    }

    @Test
    void theErrorsOfAStepAreThoseThatWereAddedInIt() throws IOException {
        RequestRows read = read(HEADER + rows(0, 15, 5, "8", 10, 30) + rows(15, 15, 10, "8", 10, 45));
        assertThat(read.rows().findValuesAsText("error_rate")).containsExactly("0.2", "0.1");
    }

    @Test
    void rampsAreNoSteps() throws IOException {
        RequestRows read =
                read(HEADER + rows(0, 15, 5, "8", 10, 0) + rows(15, 1, 6, "8", 10, 0) + rows(16, 1, 7, "8", 10, 0));
        assertThat(read.rows()).hasSize(1);
        assertThat(read.notes())
                .containsExactly(
                        "20 requests, none of them failed, are left out as they are of times of a steady number of "
                                + "users that are shorter than the 10 s of Locust's percentiles, such as ramps, and so "
                                + "no steps: 6 users, 7 users.");
        assertThatThrownBy(() -> read(HEADER + rows(0, 5, 5, "8", 10, 0)))
                .hasMessage("The history has no time of more than 10 s with the same number of users, so no step.");
    }

    @Test
    void aPercentileThatIsNotThereIsMissing() throws IOException {
        RequestRows read = read(HEADER + rows(0, 15, 5, "N/A", 0, 0));
        assertThat(read.rows()).hasToString("[{\"concurrency\":5,\"samples\":0}]");
    }

    @Test
    void requestsWhileThereAreNoUsersAreTold() throws IOException {
        String steady = rows(0, 15, 5, "8", 10, 0);
        assertThat(read(HEADER + steady + row(15, 0, ",Aggregated", "8", 350, 150))
                        .notes())
                .containsExactly(
                        "200 requests, 150 of them failed, are left out as they are of times of no users, and so of "
                                + "no step: 0 users.");
        assertThat(read(HEADER
                                + row(-1, 0, ",Aggregated", "N/A", 0, 0)
                                + steady
                                + row(15, 0, ",Aggregated", "8", 150, 0))
                        .notes())
                .isEmpty();
    }

    @Test
    void rowsByNameMustAddUpToThatOfAll() throws IOException {
        String start = HEADER + row(0, 5, ",Aggregated", "8", 0, 0) + row(11, 5, "GET,pay", "8", 600, 400);
        assertThat(read(start + row(11, 5, "GET,find", "8", 400, 0) + row(11, 5, ",Aggregated", "8", 1000, 400))
                        .rows())
                .hasToString("[{\"concurrency\":5,\"p95_ms\":8.0,\"error_rate\":0.4,\"samples\":1000,\"failed\":400}]");
        assertThatThrownBy(() -> read(start + row(11, 5, ",Aggregated", "8", 600, 0)))
                .hasMessage(
                        "Line 4: Aggregated has 0 failures, but the rows by name before it have 400. Is the file whole?");
        assertThatThrownBy(() -> read(start + row(11, 5, ",Aggregated", "8", 1000, 400)))
                .hasMessage(
                        "Line 4: Aggregated has 1000 requests, but the rows by name before it have 600. Is the file whole?");
        assertThatThrownBy(() -> read(start))
                .hasMessage(
                        "The last row must be Aggregated, which Locust writes for each moment. Is the file cut off?");
    }

    @Test
    void countsThatWereResetLackRequests() {
        String start = HEADER + row(0, 5, ",Aggregated", "8", 300, 90);
        assertThatThrownBy(() -> read(start + row(11, 5, ",Aggregated", "8", 20, 0)))
                .hasMessage(
                        "Line 3: Total Request Count is 20, and was 300 before, so that requests are missing. Run Locust "
                                + "without --reset-stats, and give the history of one run.");
        assertThatThrownBy(() -> read(start + row(11, 5, ",Aggregated", "8", 400, 0)))
                .hasMessageStartingWith("Line 3: Total Failure Count is 0, and was 90 before");
    }

    @Test
    void aThousandsSeparatorThatReadsAsADecimalPointIsRefused() throws IOException {
        String first = HEADER + row(0, 5, ",Aggregated", "420", 0, 0) + row(11, 5, ",Aggregated", "420", 100, 0);
        assertThatThrownBy(() -> read(first + row(12, 10, ",Aggregated", "1.200", 200, 0)))
                .hasMessageStartingWith("Line 4: 95% is 1.200, and in line 2 it is 420. Is that 1200 with a thousands");
        assertThat(read(HEADER + row(0, 5, ",Aggregated", "N/A", 0, 0) + row(11, 5, ",Aggregated", "1.200", 10, 0))
                        .notes())
                .containsExactly(
                        "95% has three decimals in each row, such as 1.200, and is read so. If its points are thousands "
                                + "separators, leave them out: 1200.");
    }
}
