package dev.shipgate.audit.store.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time of a decision as it is stored: in its id, and beside the id only where the two differ. */
public final class EvaluatedAt {

    private EvaluatedAt() {}

    /** The milliseconds that are stored beside an id; null when the id says the time itself. */
    static @Nullable public Long column(UUID decision, Instant at) {
        return ofId(decision).equals(at) ? null : at.toEpochMilli();
    }

    /** When a decision was made. */
    public static Instant read(UUID decision, ResultSet found, int column) throws SQLException {
        long millis = found.getLong(column);
        return found.wasNull() ? ofId(decision) : Instant.ofEpochMilli(millis);
    }

    /** The millisecond that a UUID of version 7 begins with. */
    private static Instant ofId(UUID decision) {
        return Instant.ofEpochMilli(decision.getMostSignificantBits() >>> Short.SIZE);
    }
}
