package dev.shipgate.policytest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only values that differ are told. */
class DifferencesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            {"a":1}             | {"a":1.0,"b":2}           | none
            {"a":[1,2]}         | {"a":[1,3]}               | /a/1: expected 2, but was 3
            {"a":[1,2]}         | {"a":[2]}                 | /a: expected 1, but was not there
            {"a":[{"b":1}]}     | {"a":[{"b":2},{"b":1}]}   | /a/0: expected nothing, but was {"b":2}
            {"a":[{"b":1}]}     | {"a":[]}                  | /a: expected {"b":1}, but was not there
            {"a":[]}            | {"a":[{"b":1}]}           | /a/0: expected nothing, but was {"b":1}
            {"a":[1,1]}         | {"a":[1]}                 | /a: expected 1, but was not there
            {"a":[]}            | {"a":{}}                  | /a: expected [], but was {}
            {"failure":[]}      | {"failures":[]}           | /failure: expected [], but was no such field. Maybe failures?
            {"windows":[]}      | {"failures":[]}           | /windows: expected [], but was no such field
            {"a":null}          | {"b":null}                | /a: expected null, but was no such field
            {"a":null}          | {"a":null}                | none
            """)
    void areToldByTheirPlace(String expected, String actual, String difference) throws JsonProcessingException {
        assertThat(Differences.between(JSON.readTree(expected), JSON.readTree(actual)))
                .extracting(Object::toString)
                .isEqualTo(difference == null ? List.of() : List.of(difference));
    }
}
