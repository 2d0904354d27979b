package dev.shipgate.ingest.read;

import dev.shipgate.file.WatchedStream;
import java.io.InputStream;

/** A file of lines, of which it can be said afterwards whether its last one is whole. */
public final class WholeLines extends WatchedStream {

    private int last = '\n';

    public WholeLines(InputStream file) {
        super(file);
    }

    @Override
    protected void saw(byte[] buffer, int offset, int count) {
        last = buffer[offset + count - 1];
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
