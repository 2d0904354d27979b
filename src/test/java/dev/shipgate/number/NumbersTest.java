package dev.shipgate.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "900, 900",
        "900.5, 900.5",
        "0.0004, 0.0004",
        "1e-7, 0.0000001",
        "1e21, 1000000000000000000000",
        "0, 0",
        "-0.0, 0",
        "-12.50, -12.5",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void numbersForPeopleHaveNoExponentAndNoFractionOfZero(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @Test
    void aNumberThatIsNotThereIsMissing() {
        assertThat(Numbers.plain(null)).isEqualTo("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "2.675,  2, 2.67", // a little less than it says
        "1.005,  2, 1.0", // so is this
        "0.125,  2, 0.12", // exact, and half way: to even
        "0.375,  2, 0.38", // exact, and half way: to even
        "2.5,    0, 2",
        "3.5,    0, 4",
        "-0.125, 2, -0.12",
        "1.7999, 2, 1.8",
        "12,     2, 12"
    })
    void roundsHalfToEvenOnTheExactBinaryValue(double value, int decimals, double rounded) {
        assertThat(Numbers.round(value, decimals)).isEqualTo(rounded);
    }
}
