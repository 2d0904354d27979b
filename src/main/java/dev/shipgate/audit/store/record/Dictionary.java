package dev.shipgate.audit.store.record;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictDecompress;
import dev.shipgate.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A text that records are compressed with: the parts that they have in common with it take next to no room. A reader
 * who decompresses them needs the same text. Thread-safe.
 */
public final class Dictionary {

    /** The most that one has. */
    static final int MAX_BYTES = 1 << 16;

    /** A match has to pay for telling where it is: with fewer bytes records come out larger. */
    private static final int MIN_MATCH_BYTES = 7;

    /** As many places as fit the first cache of a processor. */
    private static final int HASH_TABLE_LOG = 14;

    private final byte[] text;
    private final byte[] sha256;
    private final CompressorPool compressors;

    /** Made when it is first needed: few dictionaries are read with in that way. */
    private volatile @Nullable ZstdDictDecompress decompressing;

    Dictionary(byte[] text) {
        this.text = text;
        this.sha256 = Sha256.of(text);
        this.compressors = new CompressorPool(() -> new ZstdCompressCtx()
                .setLevel(Zstandard.LEVEL)
                .setMinMatch(MIN_MATCH_BYTES)
                .setHashLog(HASH_TABLE_LOG)
                .loadDict(text));
    }

    /** To be left as it is. */
    public byte[] text() {
        return text;
    }

    /** To be left as it is. */
    public byte[] sha256() {
        return sha256;
    }

    /** One frame. */
    byte[] compress(byte[] content, int length) {
        return compressors.compress(content, length);
    }

    /** The dictionary as decompression takes it, whose memory is given back when nobody has this one any more. */
    ZstdDictDecompress decompressing() {
        ZstdDictDecompress made = decompressing;
        if (made == null) {
            made = new ZstdDictDecompress(text);
            decompressing = made;
        }
        return made;
    }

    /** Gives back the memory that compression with it takes. It can still be used. */
    void retire() {
        compressors.retire();
    }
}
