package dev.shipgate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a text that is no YAML, or YAML that is not taken. */
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
            a: search: find         | 1 | 10 | This is no YAML: mapping values are not allowed here. Maybe a text with a mark such as : or { or * is not in quotation marks?
            """, ignoreLeadingAndTrailingWhitespace = true)
    void isToldWithItsPlace(String lines, int line, int column, String sentence) {
        String text = lines.replace(';', '\n').replace('>', '\t');
        YamlError expected = new YamlError(line, column, sentence);
        JsonProcessingException ofText = assertThrows(JsonProcessingException.class, () -> YAML.readTree(text));
        JsonProcessingException ofBytes =
                assertThrows(JsonProcessingException.class, () -> YAML.readTree(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(YamlError.of(ofText, text)).isEqualTo(expected);
        assertThat(YamlError.of(ofBytes, text)).isEqualTo(expected);
    }

    @Test
    void anAnchorThatNobodyAsksForDoesNoHarm() throws JsonProcessingException {
        assertThat(YAML.readTree("a: &r {b: \"*r\"}")).hasToString("{\"a\":{\"b\":\"*r\"}}");
    }
}
