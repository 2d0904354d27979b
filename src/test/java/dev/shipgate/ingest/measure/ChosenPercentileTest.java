package dev.shipgate.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenPercentileTest {

    private static final Map<String, Double> THERE = new TreeMap<>(Map.of("p90", 90.0, "p95", 95.0, "p99", 99.0));

    @Test
    void takesTheUsualOneWhereNoneIsNamed() {
        ChosenPercentile chosen = ChosenPercentile.p95(null, "p95.0", THERE);

        assertThat(chosen).isEqualTo(new ChosenPercentile("p95.0", 95, 95));
        assertThat(chosen.isStricter()).isFalse();
        assertThat(chosen.forPeople()).isEqualTo("p95.0");
    }

    @Test
    void takesAHigherOneThatIsNamedAndSaysSo() {
        ChosenPercentile chosen = ChosenPercentile.p95("p99", "p95", THERE);

        assertThat(chosen).isEqualTo(new ChosenPercentile("p99", 99, 95));
        assertThat(chosen.isStricter()).isTrue();
        assertThat(chosen.forPeople()).isEqualTo("p99 in place of the 95th percentile, which is not above it,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p90|The mapping takes \"p90\" as p95, which is lower. It must be the 95th percentile or a higher one.",
                "max|The mapping takes \"max\" as p95, which is no percentile of the file. It has p90, p95, p99."
            })
    void refusesWhatIsLowerOrNotThere(String named, String message) {
        assertThatThrownBy(() -> ChosenPercentile.p95(named, "p95", THERE))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"p98,", "p98, 97.9", "p98, NaN"})
    void refusesWhatIsNotAsHighAsIsWanted(String name, @Nullable Double percentile) {
        assertThatThrownBy(() -> ChosenPercentile.of(name, percentile, 98, "It is not."))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessage("It is not.");
    }

    @ParameterizedTest
    @CsvSource({"p95, 95", "p99.9, 99.9", "p97_5,", "p100,", "P95,", "p95th,"})
    void readsThePercentOfAName(String name, @Nullable Double percent) {
        assertThat(PercentileNames.WITH_POINT.percent(name)).isEqualTo(percent);
    }

    @Test
    void readsAFractionBehindAnUnderscore() {
        assertThat(PercentileNames.of("p(\\d{1,2}(?:_\\d)?)").percent("p97_5")).isEqualTo(97.5);
    }
}
