package dev.shipgate.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of a file packed by gzip, in one part or in several. The platform goes from an empty part to the next by
 * a call of itself, so that a small file of nothing but such parts would fill the stack.
 */
public final class GzipStream extends GZIPInputStream {

    private static final int MAX_EMPTY_PARTS = 100;

    private int emptyParts;

    /** Whether the first bytes of something are those of a file packed by gzip. */
    public static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    /** @param bufferBytes how much to take of it at a time */
    public GzipStream(InputStream packed, int bufferBytes) throws IOException {
        super(packed, bufferBytes);
    }

    /** @throws ZipException when it is not packed by gzip, or has many empty parts one after the other */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (emptyParts > MAX_EMPTY_PARTS) {
            throw new ZipException("More than " + MAX_EMPTY_PARTS + " empty parts");
        }
        emptyParts++;
        try {
            return super.read(buffer, offset, length);
        } finally {
            emptyParts--;
        }
    }
}
