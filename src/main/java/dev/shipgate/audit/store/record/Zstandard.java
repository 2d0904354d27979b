package dev.shipgate.audit.store.record;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Compression of what is stored. */
public final class Zstandard {

    /** Records repeat themselves: higher levels take longer and save next to nothing. */
    private static final int LEVEL = 1;

    /** A context is about half a megabyte, and to make one costs more than to compress a usual record. */
    private static final int MAX_POOLED_CONTEXTS = 16;

    private static final ConcurrentLinkedDeque<ZstdCompressCtx> CONTEXTS = new ConcurrentLinkedDeque<>();

    private Zstandard() {}

    /** One frame. Frames after one another are one text. */
    public static byte[] compress(byte[] text, int length) {
        ZstdCompressCtx context = CONTEXTS.pollFirst();
        if (context == null) {
            context = new ZstdCompressCtx().setLevel(LEVEL);
        }
        byte[] frame = new byte[(int) com.github.luben.zstd.Zstd.compressBound(length)];
        int size = context.compressByteArray(frame, 0, frame.length, text, 0, length);
        if (CONTEXTS.size() < MAX_POOLED_CONTEXTS) {
            CONTEXTS.addFirst(context);
        } else {
            context.close();
        }
        return Arrays.copyOf(frame, size);
    }

    public static byte[] compress(byte[] text) {
        return compress(text, text.length);
    }

    /** The text of frames, bit by bit: a small frame may hold a large text. */
    public static InputStream open(byte[] frames) throws IOException {
        return new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(frames));
    }

    public static byte[] text(byte[] frames) {
        try (InputStream text = open(frames)) {
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
