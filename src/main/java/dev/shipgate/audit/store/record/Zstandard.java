package dev.shipgate.audit.store.record;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Compression of stored texts. */
public final class Zstandard {

    /** A stored text repeats itself: higher levels take longer and save next to nothing. */
    static final int LEVEL = 1;

    private static final CompressorPool COMPRESSORS = new CompressorPool(() -> new ZstdCompressCtx().setLevel(LEVEL));

    private Zstandard() {}

    /** One frame. Frames after one another are one text. */
    static byte[] compress(byte[] text, int length) {
        return COMPRESSORS.compress(text, length);
    }

    public static byte[] compress(byte[] text) {
        return compress(text, text.length);
    }

    /**
     * The text of frames that were compressed without a dictionary, bit by bit: a small frame may hold a large text.
     */
    public static InputStream open(byte[] frames) throws IOException {
        return open(frames, null);
    }

    /** The same of frames that were compressed with a dictionary, if it is not null. */
    public static InputStream open(byte[] frames, @Nullable Dictionary dictionary) throws IOException {
        ZstdInputStreamNoFinalizer text = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(frames));
        return dictionary == null ? text : text.setDict(dictionary.text());
    }

    /** Whether frames say that their text is longer. Those that do not say how long it is count as longer. */
    static boolean isLongerThan(byte[] frames, long bytes) {
        return statedLength(frames) > bytes;
    }

    /** How long frames say that their text is, in bytes; the largest number when they do not say it. */
    static long statedLength(byte[] frames) {
        long length = 0;
        int start = 0;
        try {
            while (start < frames.length) {
                long text = Zstd.getFrameContentSize(frames, start, frames.length - start);
                if (text < 0 || text > Long.MAX_VALUE - length) {
                    return Long.MAX_VALUE;
                }
                length += text;
                start += Math.toIntExact(Zstd.findFrameCompressedSize(frames, start, frames.length - start));
            }
            return length;
        } catch (ZstdException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Whether the bytes are one frame and no more. */
    static boolean isOneFrame(byte[] frames) {
        try {
            return Zstd.findFrameCompressedSize(frames, 0, frames.length) == frames.length;
        } catch (ZstdException e) {
            return false;
        }
    }

    /**
     * The text of one frame in one step, which takes a tenth of the time of {@link #open} for a usual record.
     *
     * @param maxBytes that it may have
     * @throws IOException when the frame says that it has more, or does not say it, or says it wrong
     */
    static byte[] text(byte[] frame, @Nullable Dictionary dictionary, int maxBytes) throws IOException {
        long length = Zstd.getFrameContentSize(frame, 0, frame.length);
        if (length < 0 || length > maxBytes) {
            throw new IOException("The frame says that its text has " + length + " bytes");
        }
        byte[] text = new byte[Math.toIntExact(length)];
        try {
            long found = dictionary == null
                    ? Zstd.decompressByteArray(text, 0, text.length, frame, 0, frame.length)
                    : Zstd.decompressFastDict(text, 0, frame, 0, frame.length, dictionary.decompressing());
            if (found != length) {
                throw new IOException("The text has " + found + " bytes, and not " + length);
            }
            return text;
        } catch (ZstdException e) {
            throw new IOException("The frame cannot be decompressed", e);
        }
    }

    public static byte[] text(byte[] frames) {
        try (InputStream text = open(frames)) {
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Compressed content cannot be read", e);
        }
    }
}
