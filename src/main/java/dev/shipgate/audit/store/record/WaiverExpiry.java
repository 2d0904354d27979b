package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.database.Select;
import dev.shipgate.audit.store.record.NewRecord.WaiverExpiryRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The end of a waiver that was used.
 *
 * @param until when it ended
 */
public record WaiverExpiry(UUID waiverId, Instant until) {

    /** Those that have ended, and of which the chain does not say so yet; some of them, if there are many. */
    public static List<WaiverExpiry> due(Connection connection, Instant now) throws SQLException {
        return Select.of(
                        "SELECT waiver_id, until_ms FROM waiver WHERE until_ms <= ? AND first_used_at_ms IS NOT NULL "
                                + "AND ended_at_ms IS NULL AND revoked_at_ms IS NULL ORDER BY waiver_id LIMIT 100",
                        now.toEpochMilli())
                .all(
                        connection,
                        found -> new WaiverExpiry(Ids.of(found.getBytes(1)), Instant.ofEpochMilli(found.getLong(2))));
    }

    /** The event that tells of it. */
    public WaiverExpiryRecord record(Instant now) {
        String content = "{\"kind\":\"" + EventKinds.WAIVER_EXPIRED + "\",\"at\":\"" + now + "\",\"waiver_id\":\""
                + waiverId + "\",\"until\":\"" + until + "\"";
        return new WaiverExpiryRecord(RecordContent.of(content), waiverId, now);
    }
}
