package dev.shipgate.ingest.k6;

import dev.shipgate.file.CountedInput;
import dev.shipgate.file.GzipStream;
import dev.shipgate.ingest.read.UnreadableResultException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** The content of a file compressed with gzip, unless the file is cut off, damaged, or made to grow without end. */
final class Gunzipped extends FilterInputStream {

    /** Points of k6 shrink to about a twentieth. */
    private static final long MAX_GROWTH = 200;

    /** So much may come of anything. */
    private static final long ALWAYS_ALLOWED_BYTES = 16L << 20;

    private final CountedInput compressed;
    private long bytes;

    private Gunzipped(CountedInput compressed) throws IOException {
        super(new GzipStream(compressed, 1 << 16));
        this.compressed = compressed;
    }

    static InputStream of(InputStream compressed) throws IOException {
        try {
            return new Gunzipped(new CountedInput(compressed));
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] next = new byte[1];
        return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = super.read(buffer, offset, length);
            bytes += Math.max(0, count);
            requireModestGrowth();
            return count;
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private void requireModestGrowth() {
        if (bytes > ALWAYS_ALLOWED_BYTES && bytes / MAX_GROWTH > compressed.bytes()) {
            throw new UnreadableResultException("The file grows to more than " + MAX_GROWTH
                    + " times its size when it is decompressed, which points of k6 do not. Import it decompressed.");
        }
    }

    private static UnreadableResultException damaged(IOException e) {
        return new UnreadableResultException(
                e instanceof EOFException
                        ? "The compressed file is cut off. Import it as a whole."
                        : "The compressed file is damaged. Compress it again, or import it decompressed.");
    }
}
