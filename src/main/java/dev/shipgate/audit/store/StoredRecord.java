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
        @Nullable UUID decisionId, String chain, long position, byte[] previousHash, byte[] hash, byte[] content) {}
