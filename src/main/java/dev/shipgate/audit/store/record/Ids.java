package dev.shipgate.audit.store.record;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** UUIDs as bytes that databases sort as the UUIDs are sorted: version 7 by time. */
public final class Ids {

    static final int BYTES = 16;

    /** Ids have 48 bits for milliseconds. */
    private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

    private Ids() {}

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /**
     * Reads the bytes of an id.
     *
     * @throws SQLException when it is no UUID, and so was not written here
     */
    public static UUID of(byte[] bytes) throws SQLException {
        if (bytes.length != BYTES) {
            throw new SQLException("An id has " + bytes.length + " bytes, and not " + BYTES);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The condition that a column is one of some ids. */
    public static String in(List<byte[]> ids) {
        return " IN (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
    }

    /** Not above any id of this instant or later, and above all before it. */
    public static byte[] first(Instant at) {
        return bytes(new UUID(firstMillis(at) << Short.SIZE, 0));
    }

    /** The first whole millisecond since 1970 that is not before an instant, as far as ids can tell. */
    public static long firstMillis(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return 0;
        }
        Instant possible = at.isAfter(LAST) ? LAST : at;
        Instant millisecond = possible.truncatedTo(ChronoUnit.MILLIS);
        // Times are told in whole milliseconds: the first one of an instant within a millisecond is the next.
        return millisecond.toEpochMilli() + (millisecond.equals(possible) ? 0 : 1);
    }
}
