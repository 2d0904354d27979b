package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.record.NewRecord.IdempotencyClaim;
import dev.shipgate.hash.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The decisions of idempotency keys, in the database. */
public final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /** A key as it is kept: of its caller alone, so that no caller gets an answer, or is in the way, of another. */
    public static String stored(String key, String caller) {
        // A line break is in no key and in no name of a caller.
        return HexFormat.of().formatHex(Sha256.of(key + "\n" + caller));
    }

    /** A key that is taken. */
    public record Taken(byte[] requestHash, UUID decisionId) {}

    /** Takes a key that is free or has expired. Waits for another replica that is taking the same. */
    public static boolean claim(Connection connection, IdempotencyClaim claim) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(
                "INSERT INTO idempotency_key (idempotency_key, request_hash, decision_id, expires_at_ms) "
                        + "VALUES (?, ?, ?, ?) ON CONFLICT (idempotency_key) DO UPDATE SET "
                        + "request_hash = excluded.request_hash, decision_id = excluded.decision_id, "
                        + "expires_at_ms = excluded.expires_at_ms WHERE idempotency_key.expires_at_ms <= ?")) {
            upsert.setString(1, claim.key());
            upsert.setBytes(2, claim.requestHash());
            upsert.setBytes(3, Ids.bytes(claim.decisionId()));
            upsert.setLong(4, claim.expiresAtMillis());
            upsert.setLong(5, claim.nowMillis());
            return upsert.executeUpdate() == 1;
        }
    }

    /** The decision that a key stands for; empty when it is free. */
    public static Optional<Taken> find(Connection connection, String key, long nowMillis) throws SQLException {
        return Select.of(
                        "SELECT request_hash, decision_id FROM idempotency_key "
                                + "WHERE idempotency_key = ? AND expires_at_ms > ?",
                        key,
                        nowMillis)
                .first(connection, found -> new Taken(found.getBytes(1), Ids.of(found.getBytes(2))));
    }

    /**
     * Forgets some keys that have expired.
     *
     * @return whether there may be more
     */
    public static boolean removeExpired(Connection connection, long nowMillis, int count) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM idempotency_key WHERE idempotency_key "
                + "IN (SELECT idempotency_key FROM idempotency_key WHERE expires_at_ms <= ? LIMIT ?)")) {
            delete.setLong(1, nowMillis);
            delete.setInt(2, count);
            return delete.executeUpdate() == count;
        }
    }
}
