package dev.shipgate.audit.store.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored.
 *
 * @param decisionId null for an event of the log itself
 * @param place where it stands
 * @param hash its own hash
 * @param content compressed; see {@link RecordText}
 */
public record StoredRecord(@Nullable UUID decisionId, RecordPlace place, byte[] hash, byte[] content) {

    private static final int LARGE_BYTES = 1 << 18;

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
