package dev.shipgate.console.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "840, 1000",
        "900, 1000",
        "930, 1500",
        "4.2, 6",
        "0, 0.001",
        "0.0004, 0.001",
        "1e12, 1e12",
        "1e308, 1e12",
    })
    void endsAtARoundNumberAboveTheHighestValue(double highest, double end) {
        assertThat(Scale.fromZero(highest, 0.001, 100, 0, 4)).isEqualTo(new Scale(0, end, 100, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.98, 1", "1, 1", "0.02, 0.04", "0, 0.001"})
    void ratesEndAtOne(double highest, double end) {
        assertThat(Scale.ofRates(highest, 0.001, 100, 0, 2).to()).isEqualTo(end);
    }

    @Test
    void placesValuesBetweenItsEndsAndOthersAtThem() {
        Scale scale = new Scale(0, 1000, 236, 54);
        assertThat(scale.at(0)).isEqualTo(236);
        assertThat(scale.at(333)).isEqualTo(175.4);
        assertThat(scale.at(1000)).isEqualTo(54);
        assertThat(scale.at(1e308)).isEqualTo(54);
        assertThat(scale.at(-5)).isEqualTo(236);
    }

    @Test
    void placesTheOnlyValueInTheMiddle() {
        Scale scale = new Scale(7, 7, 50, 650);
        assertThat(scale.at(7)).isEqualTo(350);
        assertThat(scale.ticks(4, true)).containsExactly(7.0);
    }

    @Test
    void hasTicksAtRoundNumbers() {
        assertThat(new Scale(0, 1000, 0, 100).ticks(4, false)).containsExactly(0.0, 250.0, 500.0, 750.0, 1000.0);
        assertThat(new Scale(-7, 12, 0, 100).ticks(4, true)).containsExactly(-5.0, 0.0, 5.0, 10.0);
    }

    @Test
    void hasNoTicksBetweenWholeNumbers() {
        assertThat(new Scale(0, 2, 0, 100).ticks(6, true)).containsExactly(0.0, 1.0, 2.0);
        assertThat(new Scale(0, 14, 0, 100).ticks(6, true)).containsExactly(0.0, 5.0, 10.0);
    }
}
