package dev.shipgate.ingest.hey;

import static dev.shipgate.ingest.request.ImportedFile.mapping;
import static dev.shipgate.ingest.request.ImportedFile.onRoute;
import static dev.shipgate.ingest.request.ImportedFile.read;
import static dev.shipgate.ingest.request.ImportedFile.refusal;
import static dev.shipgate.ingest.request.ImportedFile.wholeTest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.testing.SampleFiles;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HeyTest {

    private static final String HEADER =
            "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n";

    private final Hey hey = new Hey();

    @Test
    void findsThePercentileAndTheFailuresOfAllRows() {
        ObjectNode route = wholeTest(hey, SampleFiles.text("hey/responses-tts.csv"));

        assertThat(route.remove("p95_ms").doubleValue()).isCloseTo(27.195, within(1e-9));
        assertThat(route)
                .hasToString(
                        "{\"p95_low_ms\":25.6,\"p95_high_ms\":30.0,\"error_rate\":0.06,\"samples\":800,\"failed\":48}");
    }

    @Test
    void countsRedirectsAsAnswersAndClientErrorsAsFailures() {
        String file = HEADER + row("0.0010", 302) + row("0.0020", 404) + row("0.0030", 200) + row("0.0040", 503);

        assertThat(wholeTest(hey, file)).hasToString("{\"p95_ms\":4.0,\"error_rate\":0.5,\"samples\":4,\"failed\":2}");
    }

    @Test
    void saysThatRequestsWithoutAResponseAreMissing() {
        assertThat(read(hey, HEADER + row("0.0010", 200), onRoute()).notes())
                .singleElement()
                .asString()
                .startsWith("hey leaves requests that got no response out of its table");
    }

    @Test
    void measuresNothingWhereNothingWasAnswered() {
        assertThat(wholeTest(hey, HEADER)).hasToString("{\"samples\":0}");
    }

    @Test
    void refusesATableWithoutStatus() {
        String old = """
                response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read
                0.0010,0.0000,0.0000,0.0000,0.0010,0.0000
                """;

        assertThat(refusal(hey, old, onRoute()))
                .isEqualTo("There is no column \"status-code\", so that failures are unknown. Use hey 0.1.2 or newer.");
    }

    @Test
    void refusesATableWithAsManyRowsAsHeyKeepsAtMost() {
        String file = HEADER + String.join("", Collections.nCopies(1_000_000, row("0.0010", 200)));

        assertThat(refusal(hey, file, onRoute()))
                .isEqualTo("The table has 1000000 rows. hey keeps the first 1000000 responses only, so that later ones "
                        + "are missing. Send fewer than that in one run.");
    }

    @Test
    void refusesValuesThatHeyDoesNotWrite() {
        assertThat(refusal(hey, HEADER + row("-0.0010", 200), onRoute()))
                .isEqualTo("Line 2: The response time (-0.0010) must be in seconds, 0 or more.");
        assertThat(refusal(hey, HEADER + row("0.0010", 20), onRoute()))
                .isEqualTo("Line 2: The status (20) must be one of HTTP, from 100 to 999.");
    }

    @Test
    void refusesARouteNamedByAColumnAsThereIsNone() {
        assertThat(refusal(hey, HEADER, mapping("route: tts", "by: url")))
                .isEqualTo(
                        "The mapping names routes by \"url\", but hey measures one route and does not name it. Leave "
                                + "by out, and say which route it is.");
    }

    private static String row(String seconds, int status) {
        return seconds + ",0.0001,0.0000,0.0000,0.0010,0.0000," + status + ",0.0100\n";
    }
}
