package dev.shipgate.file;

import java.io.InputStream;

/** A stream that counts the bytes that are read of it. */
public class CountedInput extends WatchedStream {

    private long bytes;

    public CountedInput(InputStream in) {
        super(in);
    }

    /** How many bytes have been read so far, skipped ones included. */
    public final long bytes() {
        return bytes;
    }

    @Override
    public void saw(byte[] buffer, int offset, int count) {
        bytes += count;
    }
}
