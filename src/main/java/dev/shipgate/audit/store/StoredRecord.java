package dev.shipgate.audit.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is stored.
 *
 * @param decisionId null for an event of the log itself
 * @param chain the name of its chain
 * @param position its place in the chain, from 1
 * @param previousHash the hash of the record before it
 * @param hash its own hash
 * @param content compressed; see {@link RecordText}
 */
public record StoredRecord(
        @Nullable UUID decisionId, String chain, long position, byte[] previousHash, byte[] hash, byte[] content) {

    private static final int LARGE_BYTES = 1 << 18;

    /** Whether it should not be in memory as text beside others of its kind: that may be a hundred times as much. */
    public boolean isLarge() {
        return content.length > LARGE_BYTES;
    }
}
