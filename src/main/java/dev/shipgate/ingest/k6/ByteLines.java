package dev.shipgate.ingest.k6;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file of any length, one at a time, as bytes of a buffer that is used again. */
final class ByteLines {

    /** k6 writes lines of some hundred bytes; the longest are those that list thresholds. */
    private static final int MAX_BYTES = 4 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int start;
    private int end;
    private int next;
    private long number;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to the next line.
     *
     * @return false when there is none
     */
    boolean next() throws IOException {
        start = next;
        int searched = start;
        while (true) {
            int newline = newline(searched);
            if (newline >= 0) {
                end = newline;
                next = newline + 1;
                number++;
                return true;
            }
            searched = filled - start;
            if (!fill()) {
                end = filled;
                next = filled;
                number++;
                return end > start;
            }
        }
    }

    private int newline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the line to the start of the buffer, and reads on after it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == MAX_BYTES) {
            throw UnreadableResultException.atLine(
                    number + 1, "The line is longer than " + MAX_BYTES + " bytes. k6 writes a line for each point.");
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(MAX_BYTES, 2 * buffer.length));
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, count);
        return count >= 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return start;
    }

    /** Without the end of the line, of either kind. */
    int length() {
        return end > start && buffer[end - 1] == '\r' ? end - 1 - start : end - start;
    }

    /** Which line it is, from 1. */
    long number() {
        return number;
    }
}
