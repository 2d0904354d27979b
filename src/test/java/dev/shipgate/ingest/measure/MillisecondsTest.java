package dev.shipgate.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MillisecondsTest {

    @Test
    void areCalculatedAsDecimals() {
        assertThat(Milliseconds.ofSeconds(2.007)).isEqualTo(2007.0);
        assertThat(Milliseconds.ofSeconds(0.0575)).isEqualTo(57.5);
        assertThat(Milliseconds.ofMicros(0.3)).isEqualTo(0.0003);
        assertThat(Milliseconds.ofNanos(3_478_629)).isEqualTo(3.478629);
        assertThat(Milliseconds.ofSeconds(Double.POSITIVE_INFINITY)).isInfinite();
    }
}
