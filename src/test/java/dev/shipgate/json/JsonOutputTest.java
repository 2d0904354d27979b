package dev.shipgate.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.shipgate.number.RoundedSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonOutputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new JsonOutput().customize(JSON);
    }

    private record Sent(Double number) {}

    private record Calculated(
            @JsonSerialize(using = RoundedSerializer.class) Double number) {}

    @ParameterizedTest
    @CsvSource({
        "900.0, 900",
        "1.0E-4, 0.0001",
        "-2.5E-4, -0.00025",
        "0.18000000000000002, 0.18000000000000002",
        "12345678.5, 12345678.5",
        "1.5E300, 1.5E+300",
        "4.9E-324, 4.9E-324",
        "-0.0, 0"
    })
    void aNumberThatSomebodySentStaysAsSent(double number, String text) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(new Sent(number))).isEqualTo("{\"number\":" + text + "}");
    }

    @ParameterizedTest
    @CsvSource({"2.0000000000000004, 2", "1.0000000001E-4, 0.0001", "0.39749430523917995, 0.397494"})
    void aNumberThatWasCalculatedHasSixSignificantDigits(double number, String text) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(new Calculated(number))).isEqualTo("{\"number\":" + text + "}");
    }
}
