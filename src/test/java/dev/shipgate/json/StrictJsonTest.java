package dev.shipgate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shipgate.json.InvalidBodyException.Kind;
import dev.shipgate.number.Range;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1e-7, 1e-7", "4.9e-324, 4.9e-324", "1.7976931348623157e308, 1.7976931348623157e308"})
    void numbersAreReadToTheLastBit(String text, double value) {
        assertThat(read("{\"n\":" + text + "}").number("n", Range.ANY)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e309", "-1e309"})
    void numbersThatNoDoubleHoldsAreKeptToBeNamed(String text) {
        JsonObject body = read("{\"n\":" + text + "}");
        assertThat(body.value("n")).isEqualTo(new NonFinite(text));
        assertThat(body.has("n")).isTrue();
        assertThat(body.number("n", Range.ANY)).isNull();
    }

    @Test
    void duplicatesAreProblemsBesideAllOthers() {
        JsonObject body = read("{\"a\":{\"b\":1,\"b\":2},\"a\":3}");
        InvalidBodyException failure = catchThrowableOfType(
                InvalidBodyException.class, () -> body.problems().throwIfAny());
        assertThat(failure.kind()).isEqualTo(Kind.INVALID);
        assertThat(failure.problems()).extracting(Problem::pointer).containsExactly("/a/b", "/a");
    }

    @Test
    void theSameNameInTwoObjectsIsNoDuplicate() {
        read("{\"a\":{\"n\":1},\"b\":{\"n\":1},\"n\":1}").problems().throwIfAny();
    }

    @Test
    void theMessageSaysWhereTheTextStopsBeingJson() {
        assertThat(malformed("{\n  \"a\": 1,\n  \"b\" 2\n}"))
                .isEqualTo("The body is not JSON, from line 3, column 7: Unexpected character ('2' (code 50)):"
                        + " was expecting a colon to separate field name and value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":[1}     | column 8: Unexpected close marker '}': expected ']'",
                "{\"a\":{]      | column 7: Unexpected close marker ']': expected '}'",
                "{/* why */}    | column 2: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
                "{\"a\":\"x      | column 8: Unexpected end-of-input in a text",
                "{\"service     | column 10: Unexpected end-of-input in field name"
            })
    void theMessageSpeaksOfJsonAlone(String body, String told) {
        assertThat(malformed(body)).isEqualTo("The body is not JSON, from line 1, " + told);
    }

    @Test
    void theMessageDoesNotNameTheParser() {
        assertThat(malformed("{\"a\":" + "[".repeat(2_000)))
                .isEqualTo("The body is not JSON: Document nesting depth (1001) exceeds the maximum allowed (1000)");
    }

    @Test
    void bytesInNoEncodingOfJsonAreMalformed() {
        byte[] body = "{\"service\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(failureOf(body).kind()).isEqualTo(Kind.MALFORMED);
        byte[] utf32 = {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertThat(failureOf(utf32).problems()).containsExactly(new Problem("", "The body is not JSON in UTF-8."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE"})
    void encodingsThatJsonHadOnceAreMalformed(String charset) {
        byte[] body = "{\"service\":\"caf\u00e9\"}".getBytes(Charset.forName(charset));
        assertThat(failureOf(body).kind()).isEqualTo(Kind.MALFORMED);
    }

    /** As editors of Windows save it. */
    @Test
    void aByteOrderMarkIsNamed() {
        assertThat(malformed("\uFEFF{}"))
                .isEqualTo(
                        "The body begins with a byte order mark, which is no part of JSON. Maybe an editor saved it as"
                                + " \"UTF-8 with BOM\"?");
    }

    @Test
    void bytesThatAreALongWayToWriteACharacterAreMalformed() {
        byte[] overlong = {'{', '"', (byte) 0xc1, (byte) 0x81, '"', ':', '1', '}'};
        assertThat(failureOf(overlong).problems()).containsExactly(new Problem("", "The body is not JSON in UTF-8."));
    }

    @Test
    void halfACharacterIsAProblemOfItsField() {
        assertThat(problemsOf("{\"a\":\"\\ud83d\",\"b\":\"\\ude00x\",\"c\":\"\\ud83d\\ude00\"}"))
                .containsExactly(
                        new Problem("/a", "has one half of a surrogate pair, which is no character."),
                        new Problem("/b", "has one half of a surrogate pair, which is no character."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ud83dx"})
    void halfACharacterInANameIsMalformed(String name) {
        assertThat(malformed("{\"" + name + "\":1}")).contains("surrogate");
    }

    private static List<Problem> problemsOf(String json) {
        JsonObject body = read(json);
        return catchThrowableOfType(
                        InvalidBodyException.class, () -> body.problems().throwIfAny())
                .problems();
    }

    private static JsonObject read(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String malformed(String json) {
        InvalidBodyException failure = failureOf(json.getBytes(StandardCharsets.UTF_8));
        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
        return failure.problems().get(0).detail();
    }

    private static InvalidBodyException failureOf(byte[] body) {
        return catchThrowableOfType(InvalidBodyException.class, () -> StrictJson.object(body));
    }
}
