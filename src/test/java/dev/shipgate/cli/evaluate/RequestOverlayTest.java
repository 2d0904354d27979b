package dev.shipgate.cli.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.ingest.request.ReleaseFields;
import dev.shipgate.json.InvalidBodyException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestOverlayTest {

    private static String fill(String request, Map<String, String> fields, Map<String, String> labels) {
        return new String(RequestOverlay.fill(request.getBytes(UTF_8), new ReleaseFields(fields, labels)), UTF_8);
    }

    private static List<String> contradictions(String request) {
        return catchThrowableOfType(
                        CommandFailure.class, () -> fill(request, Map.of("service", "chat"), Map.of("track", "canary")))
                .lines();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                   | {"service":"chat","labels":{"track":"canary"}}
            { "routes": {"a": 1e3} }             | {"service":"chat","labels":{"track":"canary"}, "routes": {"a": 1e3} }
            {"labels": {}}                       | {"service":"chat","labels": {"track":"canary"}}
            {"labels": { "é": "1"}, "x": 0.10}   | {"service":"chat","labels": {"track":"canary", "é": "1"}, "x": 0.10}
            {"routes": {"labels": {}}}           | {"service":"chat","labels":{"track":"canary"},"routes": {"labels": {}}}
            {"service":"chat"}                   | {"labels":{"track":"canary"},"service":"chat"}
            {"service":"chat", "labels": {"track": "canary"}} | {"service":"chat", "labels": {"track": "canary"}}
            """)
    void whatIsLackingIsPutInAndEveryOtherByteStays(String request, String filled) {
        assertThat(fill(request, Map.of("service", "chat"), Map.of("track", "canary")))
                .isEqualTo(filled);
    }

    @Test
    void whatWasGivenIsQuoted() {
        assertThat(fill("{}", Map.of("service", "a\"b\\\n"), Map.of())).isEqualTo("{\"service\":\"a\\\"b\\\\\\n\"}");
    }

    @Test
    void withoutAnythingToFillInTheRequestIsNotEvenRead() {
        assertThat(fill("no JSON", Map.of(), Map.of())).isEqualTo("no JSON");
    }

    @Test
    void whatTheFileSaysOtherwiseIsAContradiction() {
        assertThat(contradictions("{\"service\": \"search\", \"labels\": {\"track\": \"stable\"}}"))
                .containsExactly(
                        "/service is \"search\" in the file, and \"chat\" on the command line. Leave one of them out.",
                        "/labels/track is \"stable\" in the file, and \"canary\" on the command line. "
                                + "Leave one of them out.");
        assertThat(contradictions("{\"service\": null, \"labels\": null}"))
                .containsExactly(
                        "/service is null in the file. Leave it out there, to give it on the command line.",
                        "/labels is null in the file. Leave it out there, to give it on the command line.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"service": "chat", "service": "chat"} | /service: The field is there more than once. Which one is meant?
            {"service": 7}                         | /service must be a string, but is 7.
            {"labels": []}                         | /labels must be an object, but is an array.
            """)
    void aFileThatIsWrongIsNotFilledIn(String request, String problem) {
        InvalidBodyException invalid = catchThrowableOfType(
                InvalidBodyException.class, () -> fill(request, Map.of("service", "chat"), Map.of("track", "canary")));
        assertThat(invalid.problems().get(0)).hasToString(problem);
    }
}
