package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.read.TextEncoding;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of fields that tabs separate, each with an end, and none longer than a line can be. Blank ones are passed over.
 */
final class TabbedLines {

    /** Gatling's buffer for a line is 8 KiB, unless its configuration says more. */
    private static final int MAX_BYTES = 1 << 20;

    /** The character that stands for bytes that are not UTF-8. */
    private static final char IN_PLACE_OF_OTHERS = '\uFFFD';

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;

    TabbedLines(InputStream in) {
        this.in = in;
    }

    /** Which line it is, from 1. */
    long number() {
        return number;
    }

    /**
     * The fields of the next line that is not blank.
     *
     * @return null at the end of the file
     * @throws UnreadableResultException when the line has no end, or none in sight
     */
    @Nullable
    List<String> next() throws IOException {
        List<String> fields = line();
        while (fields != null && fields.size() == 1 && fields.get(0).isBlank()) {
            fields = line();
        }
        return fields;
    }

    private @Nullable List<String> line() throws IOException {
        number++;
        length = 0;
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                if (length == 0) {
                    return null;
                }
                throw UnreadableResultException.atLine(
                        number,
                        "The line has no end. Is the file cut off? Gatling ends each line, and writes the last "
                                + "ones when the run ends.");
            }
            append((byte) next);
        }
        return fields();
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = in.read(buffer, 0, buffer.length);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    private void append(byte next) {
        if (length == line.length) {
            if (length == MAX_BYTES) {
                throw UnreadableResultException.atLine(
                        number, "The line is longer than " + MAX_BYTES + " bytes. No line of Gatling is.");
            }
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = next;
    }

    private List<String> fields() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        List<String> fields = new ArrayList<>(8);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || line[i] == '\t') {
                fields.add(text(start, i));
                start = i + 1;
            }
        }
        return fields;
    }

    private String text(int start, int end) {
        String text = new String(line, start, end - start, StandardCharsets.UTF_8);
        boolean isUtf8 = text.indexOf(IN_PLACE_OF_OTHERS) < 0
                || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(line, start, end));
        if (!isUtf8) {
            throw TextEncoding.notUtf8();
        }
        return text;
    }
}
