package dev.shipgate.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file of lines, of which it can be said afterwards whether its last one is whole. */
public final class WholeLines extends FilterInputStream {

    private int last = '\n';

    public WholeLines(InputStream file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            last = next;
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            last = buffer[offset + count - 1];
        }
        return count;
    }

    /** Whether the last line that was read has an end. */
    public boolean isWhole() {
        return last == '\n' || last == '\r';
    }

    /**
     * Once all is read, that the last line has an end.
     *
     * @throws UnreadableResultException when it has none, as in a file that was cut off
     */
    public void requireWhole() {
        if (!isWhole()) {
            throw new UnreadableResultException(
                    "The last line has no end. Is the file cut off, or was it still being written?");
        }
    }
}
