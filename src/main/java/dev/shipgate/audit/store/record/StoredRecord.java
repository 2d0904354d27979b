package dev.shipgate.audit.store.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored.
 *
 * @param decisionId null for an event of the log itself
 * @param place where it stands
 * @param hash its own hash
 * @param content compressed; see {@link RecordText}
 * @param dictionary what it was compressed with; null when by itself
 */
public record StoredRecord(
        @Nullable UUID decisionId,
        RecordPlace place,
        byte[] hash,
        byte[] content,
        @Nullable Dictionary dictionary) {

    private static final int LARGE_BYTES = 1 << 18;

    /** The content, bit by bit. */
    public InputStream open() throws IOException {
        return Zstandard.open(content, dictionary);
    }

    public String chain() {
        return place.chain();
    }

    public long position() {
        return place.position();
    }

    public byte[] previousHash() {
        return place.previousHash();
    }

    /** Whether it should not be in memory as text beside others of its kind: that may be a hundred times as much. */
    public boolean isLarge() {
        return content.length > LARGE_BYTES;
    }
}
