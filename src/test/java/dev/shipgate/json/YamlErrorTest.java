package dev.shipgate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error in a text that is no YAML, or in YAML that is not taken. */
class YamlErrorTest {

    private static final ObjectMapper YAML = StrictYaml.mapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: &r {b: 1};c: *r      | 2 | 4 | *r is an alias, and aliases are not followed here. Write out what &r stands for.
            a: &r {b: 1};c: [1, *r] | 2 | 8 | *r is an alias, and aliases are not followed here. Write out what &r stands for.
            a: &r {b: 1};<<: *r     | 2 | 1 | << is a merge key, and nothing is merged here. Write the fields out.
            a: 1;a: 2               | 2 | 2 | The name "a" is there twice. Leave one of them out.
            a:;>b: 1                | 2 | 1 | A tab stands before the text of this line. YAML takes blanks there.
            a:; >- b: 1             | 2 | 2 | A tab stands before the text of this line. YAML takes blanks there.
            a:;~b: 1; c: 2          | 2 | 1 | A blank of another kind, U+00A0, stands before the text of this line. YAML takes blanks there.
            a: search: find         | 1 | 10 | There is a second colon in this line. A text with a colon stands in quotation marks, and each field in a line of its own.
            a: b c: d               | 1 | 7 | There is a second colon in this line. A text with a colon stands in quotation marks, and each field in a line of its own.
            a: 1;  b: 2             | 2 | 3 | This line is indented deeper than the one before it, which has a value already. What belongs to one thing begins in the same column.
            a:; b;  c: 2            | 2 | 2 | There is no colon in this line. A field is written as its name, a colon, a blank and its value.
            a: 1;b 2;c: 3           | 2 | 1 | There is no colon in this line. A field is written as its name, a colon, a blank and its value.
            -a: 1;  b: 2            | 1 | 1 | Between a dash and what it begins stands a blank.
            a:;  - b: 1;   c: 2     | 3 | 4 | This line begins in a column in which nothing above it begins that it could belong to. What belongs to one thing begins in the same column.
            a:;    b: 1;  - c: 2    | 3 | 3 | This dash begins an element of a list, and what stands before it is none. Maybe a dash is missing there, or this line begins in a wrong column?
            a: "b" c                | 1 | 8 | Behind a closing quotation mark the text goes on. Maybe all of it in double quotation marks?
            a: 'it's'               | 1 | 8 | Behind a closing quotation mark the text goes on. Maybe all of it in double quotation marks?
            a: {b: 1 c: 2}          | 1 | 11 | Maybe a comma is missing before this, or a bracket that closes the {?
            a: {b: 1;c: 2           | 1 | 4 | This { is not closed, or a comma is missing between it and line 2.
            a: [b;c: 2              | 1 | 4 | This [ is not closed, or a comma is missing between it and line 2.
            a: "b;c: 2              | 1 | 4 | This quotation mark is never closed.
            a: "\\d"                 | 1 | 6 | Within double quotation marks \\ is written \\\\. Maybe single quotation marks, in which it is itself?
            a: %5                   | 1 | 4 | A text that begins with % stands in quotation marks.
            a: [                    | 1 | 5 | The text ends where a value is missing. Maybe a bracket is never closed?
            """, ignoreLeadingAndTrailingWhitespace = true)
    void isToldWithItsPlace(String lines, int line, int column, String sentence) {
        String text = lines.replace(';', '\n').replace('>', '\t').replace('~', '\u00a0');
        YamlError expected = new YamlError(line, column, sentence);
        JsonProcessingException ofText = assertThrows(JsonProcessingException.class, () -> YAML.readTree(text));
        JsonProcessingException ofBytes =
                assertThrows(JsonProcessingException.class, () -> YAML.readTree(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(YamlError.of(ofText, text)).isEqualTo(expected);
        assertThat(YamlError.of(ofBytes, text)).isEqualTo(expected);
    }

    /** The signs that end a line for the parser, though not for an editor. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029", "\r", "\r\n"})
    void isToldWithTheLineThatTheParserCounts(String lineEnd) {
        String text = "# caf" + lineEnd + "route: join: x";
        JsonProcessingException thrown = assertThrows(JsonProcessingException.class, () -> YAML.readTree(text));
        YamlError error = YamlError.of(thrown, text);

        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(12);
        assertThat(error.sentence()).startsWith("There is a second colon in this line.");
    }

    @Test
    void anAnchorThatNobodyAsksForDoesNoHarm() throws JsonProcessingException {
        assertThat(YAML.readTree("a: &r {b: \"*r\"}")).hasToString("{\"a\":{\"b\":\"*r\"}}");
    }
}
