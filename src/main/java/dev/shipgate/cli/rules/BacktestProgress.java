package dev.shipgate.cli.rules;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows people how far a backtest is: on a terminal in one line that is written again and again, and elsewhere in a
 * line now and then.
 */
final class BacktestProgress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;

    /** When the last line was printed; before the first one, when decisions began to be evaluated. */
    private long lineNanos;

    private boolean begun;

    private int width;

    BacktestProgress(PrintWriter err, boolean terminal) {
        this(err, terminal, System::nanoTime);
    }

    /** @param nanos a clock, as {@link System#nanoTime} */
    BacktestProgress(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.nanos = nanos;
        this.err = err;
        this.terminal = terminal;
    }

    void show(long evaluated, long total, long flips) {
        String line = String.format(Locale.ROOT, "%,d of %,d decisions, %,d flips", evaluated, total, flips);
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            err.flush();
            width = line.length();
        } else if (!begun) {
            begun = true;
            lineNanos = nanos.getAsLong();
        } else if (nanos.getAsLong() - lineNanos > BETWEEN_LINES.toNanos()) {
            lineNanos = nanos.getAsLong();
            err.println(line);
        }
    }

    /** Leaves an empty line behind. */
    @Override
    public void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }
    }
}
