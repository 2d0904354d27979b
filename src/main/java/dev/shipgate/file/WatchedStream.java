package dev.shipgate.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that sees each byte that is read of it, by whichever method, and so cannot go back to read it again. */
public abstract class WatchedStream extends FilterInputStream {

    private static final int MOST_SKIPPED_AT_ONCE = 1 << 13;

    public WatchedStream(InputStream in) {
        super(in);
    }

    /** Is told the bytes that were just read, at least one. */
    protected abstract void saw(byte[] buffer, int offset, int count);

    @Override
    public final int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            saw(new byte[] {(byte) next}, 0, 1);
        }
        return next;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            saw(buffer, offset, count);
        }
        return count;
    }

    @Override
    public final long skip(long count) throws IOException {
        return readNBytes((int) Math.max(0, Math.min(count, MOST_SKIPPED_AT_ONCE))).length;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
