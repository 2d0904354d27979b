package dev.shipgate.audit.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** UUIDs as bytes that databases sort as the UUIDs are sorted: version 7 by time. */
final class Ids {

    private Ids() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Not above any id of this millisecond or later, and above all before it. */
    static byte[] first(Instant at) {
        return bytes(new UUID(at.toEpochMilli() << 16, 0));
    }
}
