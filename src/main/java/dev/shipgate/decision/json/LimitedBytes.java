package dev.shipgate.decision.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes in memory that do not become more than they may. */
final class LimitedBytes extends OutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long maxBytes;

    LimitedBytes(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** There would be more bytes than there may be. */
    static final class TooManyException extends IOException {

        private static final long serialVersionUID = 1;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (bytes.size() + (long) length > maxBytes) {
            throw new TooManyException();
        }
        bytes.write(source, offset, length);
    }
}
