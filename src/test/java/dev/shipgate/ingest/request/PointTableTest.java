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

class PointTableTest {

    private static final String HEADER = "minute,user_turns,client_attempts,service_attempts,dependency_error_rate\n";

    @Test
    void readsTheTrafficOfAStorm() throws IOException {
        RequestRows points = PointTable.read(new ByteArrayInputStream(SampleFiles.read("retry-storm/retry_storm.csv")));

        assertThat(points.rows()).hasSize(45);
        assertThat(points.rows().get(0))
                .hasToString("{\"minute\":0,\"user_turns\":28,\"service_attempts\":28,\"dependency_errors\":0,"
                        + "\"dependency_error_rate\":0.0}");
        assertThat(points.notes())
                .containsExactly("Left out, as not all of their cells are numbers: the columns label.");
    }

    @Test
    void readsInstantsOfAnyOffset() throws IOException {
        assertThat(read(HEADER + "2026-11-23T10:00:00+01:00,100,110,231,0.22\n").rows())
                .hasToString("[{\"minute\":\"2026-11-23T09:00:00Z\",\"user_turns\":100,\"client_attempts\":110,"
                        + "\"service_attempts\":231,\"dependency_error_rate\":0.22}]");
    }

    @Test
    void saysThatMinutesMayBeSecondsBetweenWhichThereAreGaps() throws IOException {
        assertThat(read(HEADER + "1760000000,100,110,231,0.22\n1760000060,100,110,231,0.22\n")
                        .notes())
                .containsExactly(
                        "minute is 1760000000, which seems to be in seconds or milliseconds since 1970. Then minutes have "
                                + "gaps between them: divide, or write instants such as 2026-11-23T10:00:00Z.");
        assertThat(read(HEADER + "29333333,100,110,231,0.22\n").notes()).isEmpty();
    }

    @Test
    void leavesOutWhatWasNotMeasured() throws IOException {
        assertThat(read(HEADER + "0,100,,104,\n").rows())
                .hasToString("[{\"minute\":0,\"user_turns\":100,\"service_attempts\":104}]");
    }

    @Test
    void refusesAMinuteThatIsNone() {
        refuses(
                "2026-11-23T10:00,1,1,1,0",
                "Line 2: \"2026-11-23T10:00\" must be a whole number or an ISO-8601 instant "
                        + "such as 2026-11-23T10:00:00Z.");
        refuses(",1,1,1,0", "Line 2: \"\" must be a whole number or an ISO-8601 instant such as 2026-11-23T10:00:00Z.");
    }

    @Test
    void refusesAFractionOfAnAttempt() {
        refuses("0,1,1,1.5,0", "Line 2: \"1.5\" must be a whole number.");
    }

    @Test
    void refusesARateThatIsCutOffOrHasADecimalComma() {
        String cut = "minute,user_turns,service_attempts,dependency_error_rate\n0,100,104,0.01\n1,100,231,0.";
        assertThatThrownBy(() -> read(cut))
                .hasMessage(
                        "Line 3: \"0.\" must be a number with digits after its point, or without a point. Is the file "
                                + "cut off?");
        String spare = "minute,user_turns,service_attempts,dependency_error_rate,\n0,100,231,0,22\n";
        assertThatThrownBy(() -> read(spare)).hasMessageStartingWith("Column 5 has no name in the first line.");
    }

    @Test
    void warnsOfANumberThatMayHaveStoodBehindADecimalComma() throws IOException {
        String header = "minute,user_turns,service_attempts,dependency_error_rate,client_attempts\n";
        assertThat(read(header + "0,100,104,0.01,\n1,100,231,0,22\n").notes())
                .containsExactly(
                        "In line 3 dependency_error_rate is 0, and client_attempts is 22, in other lines a text or "
                                + "nothing. If that is 0.22 with a decimal comma, write a point.");
    }

    private static void refuses(String row, String message) {
        assertThatThrownBy(() -> read(HEADER + row + "\n"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    private static RequestRows read(String csv) throws IOException {
        return PointTable.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
