package dev.shipgate.cli.evaluate;

import dev.shipgate.file.CountedInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;

/** Shows people how far the reading of a long file has come, in one line that is written again and again. */
final class ProgressInput extends CountedInput {

    private static final int MEGABYTE = 1_000_000;
    private static final int STEPS = 100;

    private final String name;
    private final long size;
    private final PrintStream terminal;
    private long shown;

    ProgressInput(InputStream in, String name, long size, PrintStream terminal) {
        super(in);
        this.name = name;
        this.size = size;
        this.terminal = terminal;
    }

    @Override
    public void saw(byte[] buffer, int offset, int count) {
        super.saw(buffer, offset, count);
        if (bytes() - shown >= Math.max(MEGABYTE, size / STEPS)) {
            shown = bytes();
            terminal.printf(Locale.ROOT, "\r%s: %d of %d MB", name, shown / MEGABYTE, size / MEGABYTE);
            terminal.flush();
        }
    }

    /** Leaves an empty line behind. */
    @Override
    public void close() throws IOException {
        if (shown > 0) {
            terminal.print("\r"
                    + " "
                            .repeat(name.length()
                                    + 2 * Long.toString(size / MEGABYTE).length()
                                    + 9) + "\r");
            terminal.flush();
        }
        super.close();
    }
}
