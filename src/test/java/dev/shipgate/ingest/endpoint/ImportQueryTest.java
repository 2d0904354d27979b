package dev.shipgate.ingest.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.ingest.request.ReleaseFields;
import dev.shipgate.json.InvalidBodyException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportQueryTest {

    private static final ImportQuery QUERY = new ImportQuery(
            ReleaseFields.of("chat", null, "7", Map.of("track", "canary")), null, null, null, null, null);

    private static ObjectNode filled(String request) throws JsonProcessingException {
        ObjectNode filled = (ObjectNode) new JsonMapper().readTree(request);
        QUERY.addTo(filled);
        return filled;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                 | {\"service\":\"chat\",\"version\":\"7\",\"labels\":{\"track\":\"canary\"}}",
                "{\"version\":7,\"service\":\"chat\"}   | {\"version\":\"7\",\"service\":\"chat\",\"labels\":{\"track\":\"canary\"}}",
                "{\"labels\":{\"track\":\"canary\",\"a\":1}} | {\"labels\":{\"track\":\"canary\",\"a\":1},\"service\":\"chat\",\"version\":\"7\"}",
                "{\"labels\":null}                    | {\"labels\":null,\"service\":\"chat\",\"version\":\"7\"}"
            })
    void fillsInWhatTheRequestDoesNotSay(String request, String filled) throws JsonProcessingException {
        assertThat(filled(request)).hasToString(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"service\":\"search\",\"version\":8} | The query parameter service is \"chat\", but the part request says \"search\".",
                "{\"service\":null}                 | The query parameter service is \"chat\", but the part request says \"null\".",
                "{\"labels\":{\"track\":\"stable\"}}    | The query parameter label track is \"canary\", but the part request says \"stable\"."
            })
    void refusesARequestThatSaysSomethingElse(String request, String detail) {
        InvalidBodyException invalid = catchThrowableOfType(InvalidBodyException.class, () -> filled(request));

        assertThat(invalid.problems()).singleElement().hasToString(detail);
    }
}
