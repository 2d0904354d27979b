package dev.shipgate.ingest.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Until when an import may go on. It is asked while a file is read, and for each name that is looked up. */
public final class Deadline {

    /** There is no end. */
    public static final Deadline NONE = new Deadline(Long.MAX_VALUE, 0);

    private final long nanos;
    private final long startNanos;

    private Deadline(long nanos, long startNanos) {
        this.nanos = nanos;
        this.startNanos = startNanos;
    }

    /** From now on. */
    public static Deadline in(Duration duration) {
        return new Deadline(duration.toNanos(), System.nanoTime());
    }

    /**
     * Looks at the clock.
     *
     * @throws ImportTooLongException when the time is over
     */
    public void check() {
        if (nanos != Long.MAX_VALUE && System.nanoTime() - startNanos >= nanos) {
            throw new ImportTooLongException(Duration.ofNanos(nanos));
        }
    }

    /** The same file, which ends with an error once the time is over. */
    public ResultFile of(ResultFile file) {
        return new ResultFile(file.field(), file.name(), () -> new Timed(file.open()));
    }

    private final class Timed extends FilterInputStream {

        Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            check();
            return super.read(buffer, offset, length);
        }
    }
}
