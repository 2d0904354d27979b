package dev.shipgate.ingest.jmeter;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether what was read up to now ends with the end of a line. */
final class EndedLines extends FilterInputStream {

    private int last = '\n';

    EndedLines(InputStream in) {
        super(in);
    }

    boolean atLineEnd() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        last = next < 0 ? last : next;
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
}
