package dev.shipgate.audit.store.record;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** Compressors of one kind, to be used again: to make one costs more than to compress a usual record. Thread-safe. */
final class CompressorPool {

    /** A compressor is about half a megabyte. */
    private static final int MAX_POOLED = 16;

    private final Supplier<ZstdCompressCtx> make;
    private final ConcurrentLinkedDeque<ZstdCompressCtx> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean retired;

    CompressorPool(Supplier<ZstdCompressCtx> make) {
        this.make = make;
    }

    /** One frame. */
    byte[] compress(byte[] text, int length) {
        ZstdCompressCtx compressor = idle.pollFirst();
        if (compressor == null) {
            compressor = make.get();
        }
        byte[] frame = new byte[(int) Zstd.compressBound(length)];
        int size = compressor.compressByteArray(frame, 0, frame.length, text, 0, length);
        if (idle.size() < MAX_POOLED) {
            idle.addFirst(compressor);
        } else {
            compressor.close();
        }
        if (retired) {
            closeIdle();
        }
        return Arrays.copyOf(frame, size);
    }

    /** Keeps none from now on. */
    void retire() {
        retired = true;
        closeIdle();
    }

    private void closeIdle() {
        for (ZstdCompressCtx each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
            each.close();
        }
    }
}
