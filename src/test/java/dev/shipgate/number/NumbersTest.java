package dev.shipgate.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "900, 900",
        "0.18000000000000002, 0.18000000000000002",
        "0.0004, 0.0004",
        "1e-7, 0.0000001",
        "-0.0, 0",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void anExactNumberHasAllItsDigits(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "900, 900",
        "900.5, 900.5",
        "240.0, 240",
        "1.0E-4, 0.0001",
        "0.18000000000000002, 0.18",
        "231.00000000000003, 231",
        "0.39749430523917995, 0.397494",
        "0.9999999, 1",
        "1e-7, 0.0000001",
        "1234567.8, 1234568",
        "123456789012, 123456789012",
        "1e21, 1E+21",
        "4.9e-324, 4.94066E-324",
        "0, 0",
        "-0.0, 0",
        "-12.50, -12.5",
        "NaN, NaN",
        "Infinity, Infinity"
    })
    void numbersForPeopleHaveNoNoiseAndNoFractionOfZero(double value, String text) {
        assertThat(Numbers.forPeople(value)).isEqualTo(text);
    }

    @Test
    void numbersOfEveryKindAreWritten() {
        assertThat(Numbers.forPeople(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        assertThat(Numbers.forPeople(12)).isEqualTo("12");
        assertThat(Numbers.forPeople(new BigDecimal("0.05000000001"))).isEqualTo("0.05");
        assertThat(Numbers.forPeople(0.1f)).isEqualTo("0.1");
        assertThat(Numbers.forPeople(null)).isEqualTo("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "800.0001,   800,  800.0001",
        "800,        800.0001, 800",
        "800,        800,  800",
        "0.30000000000000004, 0.3, 0.3", // binary noise
        "231,        231.00000000000003, 231",
        "0.05000001, 0.05, 0.05000001",
        "0.12345678901, 0.123456789012, 0.12345678901",
        "0.3,        0.4,  0.3"
    })
    void numbersBesideOneAnotherCanBeToldApart(double value, double beside, String text) {
        assertThat(Numbers.forPeople(value, beside)).isEqualTo(text);
    }

    @Test
    void numbersOfAnyKindCanBeToldApart() {
        assertThat(Numbers.forPeople(1234567L, 1234567.25)).isEqualTo("1234567");
        assertThat(Numbers.forPeople(1234567.25, 1234567L)).isEqualTo("1234567.2");
        assertThat(Numbers.forPeople(null, 1)).isEqualTo("missing");
        assertThat(Numbers.forPeople(0.05000001, null)).isEqualTo("0.05");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.125, -12.5 %",
        "0.18000000000000002, 18 %",
        "-38.996, -3900 %",
        "0.000001, 0.0001 %",
        "-1.23E-16, 0 %",
        "0, 0 %",
        "1, 100 %",
        "Infinity, Infinity %"
    })
    void aPartOfOneIsWrittenInPercent(double ratio, String text) {
        assertThat(Numbers.percent(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.39749430523917995, 0.397494",
        "-0.18000000000000002, -0.18",
        "0.3333333333333333, 0.333333",
        "1234567.8, 1234570",
        "0, 0"
    })
    void whatIsCalculatedHasSixSignificantDigits(double value, double rounded) {
        assertThat(Numbers.rounded(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.5,
                0.25,
                0.125,
                1e-9,
                9.999995,
                0.99999949999999,
                999999.5,
                1234.565,
                12345.25,
                12345.75,
                123456.5,
                123457.5
            })
    void numbersHalfWayAndAtPowersOfTenAreRoundedAsDecimalOnes(double value) {
        for (double near : new double[] {Math.nextDown(value), value, Math.nextUp(value)}) {
            assertThat(Numbers.rounded(near)).isEqualTo(sixDigits(near));
            assertThat(Numbers.rounded(-near)).isEqualTo(sixDigits(-near));
        }
    }

    @Test
    void numbersBesideAPowerOfTenAreRoundedAsDecimalOnes() {
        for (int exponent = -20; exponent <= 20; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            double below = power;
            double above = power;
            for (int i = 0; i < 20; i++) {
                assertThat(Numbers.rounded(below)).isEqualTo(sixDigits(below));
                assertThat(Numbers.rounded(above)).isEqualTo(sixDigits(above));
                below = Math.nextDown(below);
                above = Math.nextUp(above);
            }
        }
    }

    @Test
    void anyNumberIsRoundedAsADecimalOne() {
        Random random = new Random(20261130);
        for (int i = 0; i < 200_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(24) - 12);
            assertThat(Numbers.rounded(value)).as("value %s", value).isEqualTo(sixDigits(value));
            double halfWay = (100_000 + random.nextInt(900_000) + 0.5) / Math.pow(10, random.nextInt(15));
            assertThat(Numbers.rounded(halfWay)).as("value %s", halfWay).isEqualTo(sixDigits(halfWay));
        }
    }

    private static double sixDigits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"6.569503244169645, 6.5695, 6.56951", "0.1, 0.1, 0.1", "512, 512, 512", "1234567, 1234560, 1234570"})
    void boundsThatAreCalculatedStayBounds(double value, double down, double up) {
        assertThat(Numbers.roundedDown(value)).isEqualTo(down);
        assertThat(Numbers.roundedUp(value)).isEqualTo(up);
    }

    @Test
    void noiseOfACalculationIsTakenAway() {
        assertThat(Numbers.withoutNoise(210 * 1.1)).isEqualTo(231);
        assertThat(Numbers.withoutNoise(0.1 * 3)).isEqualTo(0.3);
        assertThat(Numbers.withoutNoise(230.99999999999997)).isEqualTo(231);
        assertThat(Numbers.withoutNoise(1234567.25)).isEqualTo(1234567.25);
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
        assertThat(Numbers.toDecimals(value, decimals)).isEqualTo(rounded);
    }

    @Test
    void decimalsOfAnyLengthLoseTheirNoiseAlike() {
        Random random = new Random(20_261_129);
        for (int i = 0; i < 20_000; i++) {
            double value = (random.nextInt(2_000_000) - 1_000_000) / Math.pow(10, random.nextInt(12)) * (1 + i % 3);
            assertThat(Numbers.withoutNoise(value))
                    .as("%s", value)
                    .isEqualTo(new BigDecimal(value)
                            .round(new MathContext(15, RoundingMode.HALF_EVEN))
                            .doubleValue());
        }
    }

    @Test
    void theLeastNumbersThereAreAreToldLikeOthers() {
        assertThat(Numbers.forPeople(Double.MIN_VALUE)).isEqualTo("4.94066E-324");
        assertThat(Numbers.withoutNoise(-0.0)).isEqualTo(0.0);
    }
}
