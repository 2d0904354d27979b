package dev.shipgate.ingest.gatling;

import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Numbers and texts as Gatling writes them. A length is looked at before memory is taken for it. */
final class BinaryInput {

    /** Gatling cannot write more than its buffer holds: 8 KiB, unless its configuration says more. */
    static final int MAX_BYTES = 1 << 20;

    private static final int LATIN1 = 0;
    private static final int UTF16 = 1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private long before;

    BinaryInput(InputStream in) {
        this.in = in;
    }

    /** The next byte, 0 to 255; -1 at the end of the file. */
    int byteOrEnd() throws IOException {
        if (next == filled) {
            before += filled;
            next = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return next == filled ? -1 : buffer[next++] & 0xff;
    }

    int int8() throws IOException {
        int value = byteOrEnd();
        if (value < 0) {
            throw wrong(
                    "The file ends within a record. Is it cut off? Gatling writes the last records when the run ends.");
        }
        return value;
    }

    /** Big-endian, with a sign. */
    int int32() throws IOException {
        return int8() << 24 | int8() << 16 | int8() << 8 | int8();
    }

    /** Big-endian, with a sign. */
    long int64() throws IOException {
        return (long) int32() << 32 | (int32() & 0xffff_ffffL);
    }

    boolean bool(String what) throws IOException {
        int value = int8();
        if (value > 1) {
            throw wrong("\"" + what + "\" is " + value + ". It must be 0 or 1.");
        }
        return value == 1;
    }

    /** A number of things. */
    int count(String what, int max) throws IOException {
        int count = int32();
        if (count < 0 || count > max) {
            throw wrong("The number of " + what + " is " + count + ". It must be 0 to " + max + ".");
        }
        return count;
    }

    /** The length of a string, its bytes in the memory of Java, and their coder; the length alone if it is empty. */
    String text() throws IOException {
        int length = count("bytes", MAX_BYTES);
        if (length == 0) {
            return "";
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) int8();
        }
        return new String(bytes, charset(int8(), length));
    }

    private Charset charset(int coder, int length) {
        if (coder == LATIN1) {
            return StandardCharsets.ISO_8859_1;
        }
        if (coder == UTF16 && length % 2 == 0) {
            // The order of the machine that ran Gatling, and none that runs it today has the other.
            return StandardCharsets.UTF_16LE;
        }
        throw wrong(
                "The coder of a text of " + length + " bytes is " + coder + ". It must be 0 (Latin-1) or 1 (UTF-16).");
    }

    void skip(int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int8();
        }
    }

    UnreadableResultException wrong(String detail) {
        return new UnreadableResultException("Byte " + (before + next) + ": " + detail);
    }
}
