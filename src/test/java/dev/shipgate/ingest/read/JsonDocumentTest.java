package dev.shipgate.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.ingest.tool.FileStart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that the parser does not come through. */
class JsonDocumentTest {

    /** It guesses the encoding from the first bytes, and so comes to characters that are none. */
    private static final byte[] WRONG_UTF_32 = {'{', 0, 0, 0, -1, -1, -1, 127, '}', 0, 0, 0};

    @Test
    void refusesADocumentWithCharactersThatAreNone() {
        assertThatThrownBy(() -> JsonDocument.read(new ByteArrayInputStream(WRONG_UTF_32)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The file is not JSON in UTF-8.");
    }

    @Test
    void saysThatADocumentIsTooLarge() {
        byte[] blanks = new byte[JsonDocument.MAX_BYTES + (1 << 16)];
        Arrays.fill(blanks, (byte) ' ');

        assertThatThrownBy(() -> JsonDocument.read(new ByteArrayInputStream(blanks)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(
                        "The file is JSON of more than 64 MiB, which is not read: what is one JSON document is held as a "
                                + "whole. Leave rows of single requests out of it (such as \"details\" of ghz), or give a form with a "
                                + "line for each request.");
    }

    @Test
    void saysThatADocumentHasTooManyLevels() {
        byte[] levels = "[".repeat(2_000).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> JsonDocument.read(new ByteArrayInputStream(levels)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("The file is JSON with a text or a number that is too long, or with too many levels.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"a\":2}|The file is not JSON at line 1, column 11. A field is there twice, and nobody knows which "
                        + "one is meant.",
                "{\"a\":NaN}|The file is not JSON at line 1, column 9. JSON has no NaN and no Infinity: leave out what was not "
                        + "measured.",
                "{\"a\":[1|The file is not JSON at line 1, column 8. Is it cut off?",
                "{\"a\":x}|The file is not JSON at line 1, column 6."
            })
    void saysWhyADocumentIsNone(String text, String message) {
        assertThatThrownBy(() -> JsonDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "'\"7\"', 7",
        "'\"9007199254740993\"', 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "'\"9223372036854775807\"', 9223372036854775807",
        "9223372036854775808,",
        "'\"9223372036854775808\"',",
        "-1,",
        "'\"-1\"',",
        "'\"+1\"',",
        "'\"1.0\"',",
        "'\"\"',",
        "1.5,",
        "true,"
    })
    void readsACountOf64BitsFromANumberOrDigits(String json, @Nullable Long count) throws IOException {
        assertThat(JsonDocument.count64(json(json))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"9007199254740993\"|\"count\" must be a number, but is \"9007199254740993\".",
                "\"-1\"|\"count\" must be a number, but is \"-1\".",
                "-1|\"count\" must be a whole number, 0 or more, but is -1.",
                "null|\"count\" is missing. It must be a whole number."
            })
    void refusesARequiredCountThatIsNone(String json, String message) throws IOException {
        JsonNode object = json("{\"count\":" + json + "}");

        assertThatThrownBy(() -> JsonDocument.requiredCount64(object, "count"))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    private static JsonNode json(String text) throws IOException {
        return JsonDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void recognisesNothingInCharactersThatAreNone() throws IOException {
        FileStart start = FileStart.of(ResultFile.of(null, "result.json", WRONG_UTF_32));

        assertThat(start.hasFields("status")).isFalse();
    }
}
