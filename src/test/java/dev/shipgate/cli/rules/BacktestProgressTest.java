package dev.shipgate.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacktestProgressTest {

    private final StringWriter err = new StringWriter();
    private long nanos = 100;

    private BacktestProgress progress(boolean terminal) {
        return new BacktestProgress(new PrintWriter(err, true), terminal, () -> nanos);
    }

    @Test
    void withoutATerminalThereIsALineEachTenSeconds() {
        try (BacktestProgress progress = progress(false)) {
            // The rules are compiled before, which may take longer than that.
            nanos += Duration.ofSeconds(60).toNanos();
            progress.show(0, 100_000, 0);
            progress.show(1_000, 100_000, 0);
            assertThat(err.toString()).isEmpty();
            nanos += Duration.ofSeconds(11).toNanos();
            progress.show(50_000, 100_000, 1_234);
            progress.show(50_001, 100_000, 1_234);
        }
        assertThat(err).hasToString("50,000 of 100,000 decisions, 1,234 flips\n");
    }

    @Test
    void onATerminalItIsOneLineThatGoesInTheEnd() {
        try (BacktestProgress progress = progress(true)) {
            progress.show(1, 3, 0);
            progress.show(2, 3, 0);
            assertThat(err).hasToString("\r1 of 3 decisions, 0 flips\r2 of 3 decisions, 0 flips");
        }
        assertThat(err.toString()).endsWith("\r" + " ".repeat(25) + "\r");
    }
}
