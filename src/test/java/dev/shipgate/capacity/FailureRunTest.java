package dev.shipgate.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureRunTest {

    @Test
    void startsWithOneStepAndGoesOnWithTheNext() {
        assertThat(FailureRun.startingAt(3)).isEqualTo(new FailureRun(3, 1, 4));
    }

    @Test
    void keepsItsFirstStepAsItGrows() {
        assertThat(FailureRun.startingAt(3).longer().longer()).isEqualTo(new FailureRun(3, 3, 6));
    }
}
